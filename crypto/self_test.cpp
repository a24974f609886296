#include "crypto/self_test.hpp"

#include "crypto/derivation.hpp"
#include "crypto/digest.hpp"

#include <sodium.h>

namespace crypto {

namespace {

// The messages below are of the standards themselves and were never secret.
Bytes hex(std::string_view digits) { return base::from_hex(digits).release_value(); }

Bytes counting(std::uint8_t from, std::size_t count) {
    Bytes bytes(count);
    for (auto& byte : bytes) byte = from++;
    return bytes;
}

Bytes bytes_from(ByteView view) { return {view.begin(), view.end()}; }

constexpr std::string_view sunscreen = "Ladies and Gentlemen of the class of '99: If I could offer you only one tip "
                                       "for the future, sunscreen would be it.";

Bytes sha256_answer() { return bytes_from(sha256(base::bytes_of("abc"))); }

Bytes hmac_answer() {
    return bytes_from(hmac_sha256(base::bytes_of("Jefe"), base::bytes_of("what do ya want for nothing?")));
}

Bytes hkdf_answer() {
    Bytes made(42);
    const Bytes info = counting(0xf0, 10);
    hkdf_sha256(Bytes(22, 0x0b), counting(0, 13), base::text_of(info), made);
    return made;
}

Bytes blake2b_answer() {
    Bytes digest(64);
    crypto_generichash(digest.data(), digest.size(), base::bytes_of("abc").data(), 3, nullptr, 0);
    return digest;
}

Bytes keyed_blake2b_answer() {
    Bytes digest(64);
    const Bytes key = counting(0, 64);
    crypto_generichash(digest.data(), digest.size(), nullptr, 0, key.data(), key.size());
    return digest;
}

Bytes derivation_answer() { return bytes_from(derive(counting(0, 32), 1, "KDF test").view()); }

// Ciphertext and tag, then one byte: 1 if it opens and its altered copy does not.
Bytes chacha_answer() {
    const Bytes key = counting(0x80, 32);
    const Bytes nonce = hex("070000004041424344454647");
    const Bytes bound = hex("50515253c0c1c2c3c4c5c6c7");
    Bytes sealed(sunscreen.size() + crypto_aead_chacha20poly1305_ietf_ABYTES);
    crypto_aead_chacha20poly1305_ietf_encrypt(sealed.data(), nullptr, base::bytes_of(sunscreen).data(),
                                              sunscreen.size(), bound.data(), bound.size(), nullptr, nonce.data(),
                                              key.data());
    auto does_open = [&](const Bytes& bytes) {
        Bytes opened(sunscreen.size());
        return crypto_aead_chacha20poly1305_ietf_decrypt(opened.data(), nullptr, nullptr, bytes.data(), bytes.size(),
                                                         bound.data(), bound.size(), nonce.data(), key.data()) == 0 &&
               base::text_of(opened) == sunscreen;
    };
    Bytes altered = sealed;
    altered.back() ^= 1;
    sealed.push_back(does_open(sealed) && !does_open(altered) ? 1 : 0);
    return sealed;
}

Bytes xchacha_answer() {
    const Bytes key = counting(0x80, 32);
    const Bytes nonce = counting(0x40, 24);
    const Bytes bound = hex("50515253c0c1c2c3c4c5c6c7");
    Bytes sealed(sunscreen.size() + crypto_aead_xchacha20poly1305_ietf_ABYTES);
    crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.data(), nullptr, base::bytes_of(sunscreen).data(),
                                               sunscreen.size(), bound.data(), bound.size(), nullptr, nonce.data(),
                                               key.data());
    auto does_open = [&](const Bytes& bytes) {
        Bytes opened(sunscreen.size());
        return crypto_aead_xchacha20poly1305_ietf_decrypt(opened.data(), nullptr, nullptr, bytes.data(), bytes.size(),
                                                          bound.data(), bound.size(), nonce.data(), key.data()) == 0 &&
               base::text_of(opened) == sunscreen;
    };
    Bytes altered = sealed;
    altered.back() ^= 1;
    sealed.push_back(does_open(sealed) && !does_open(altered) ? 1 : 0);
    return sealed;
}

// The shared point, then one byte: 1 if a point of low order is refused.
Bytes x25519_answer() {
    Bytes shared(32);
    const Bytes scalar = hex("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4");
    const Bytes point = hex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c");
    const bool is_made = crypto_scalarmult(shared.data(), scalar.data(), point.data()) == 0;
    Bytes nowhere(32);
    const bool is_refused = crypto_scalarmult(nowhere.data(), scalar.data(), Bytes(32).data()) != 0;
    shared.push_back(is_made && is_refused ? 1 : 0);
    return shared;
}

Bytes x25519_base_answer() {
    Bytes point(32);
    crypto_scalarmult_base(point.data(), hex("77076d0a7318a57d3c16c17251b26645"
                                             "df4c2f87ebc0992ab177fba51db92c2a")
                                             .data());
    return point;
}

// Public key and signature, then one byte: 1 if it verifies and does not for another message.
Bytes ed25519_answer() {
    const Bytes seed = hex("c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7");
    const Bytes message = hex("af82");
    const Bytes other = hex("af83");
    std::array<std::uint8_t, 64> secret;
    Bytes answer(32 + 64);
    crypto_sign_seed_keypair(answer.data(), secret.data(), seed.data());
    crypto_sign_detached(answer.data() + 32, nullptr, message.data(), message.size(), secret.data());
    const bool holds =
        crypto_sign_verify_detached(answer.data() + 32, message.data(), message.size(), answer.data()) == 0 &&
        crypto_sign_verify_detached(answer.data() + 32, other.data(), other.size(), answer.data()) != 0;
    answer.push_back(holds ? 1 : 0);
    return answer;
}

// One pass over 64 KiB, so that every start can afford it.
Bytes argon2id_answer() {
    Bytes made(32);
    const std::string_view password = "correct horse";
    const ByteView salt = base::bytes_of("saltsaltsaltsalt");
    const int failure = crypto_pwhash(made.data(), made.size(), password.data(), password.size(), salt.data(), 1,
                                      std::size_t{64} * 1024, crypto_pwhash_ALG_ARGON2ID13);
    if (failure != 0) made.clear();
    return made;
}

constexpr std::array answers{
    KnownAnswer{"SHA-256 (FIPS 180-4, one block)", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                sha256_answer},
    KnownAnswer{"HMAC-SHA-256 (RFC 4231, case 2)", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
                hmac_answer},
    KnownAnswer{"HKDF-SHA-256 (RFC 5869, case 1)",
                "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865", hkdf_answer},
    KnownAnswer{"BLAKE2b (RFC 7693, appendix A)",
                "ba80a53f981c4d0d6a2797b69f12f6e94c212f14685ac4b74b12bb6fdbffa2d1"
                "7d87c5392aab792dc252d5de4533cc9518d38aa8dbf1925ab92386edd4009923",
                blake2b_answer},
    KnownAnswer{"BLAKE2b with a key (reference test vector 0)",
                "10ebb67700b1868efb4417987acf4690ae9d972fb7a590c2f02871799aaa4786"
                "b5e996e8f0f4eb981fc214b005f42d2ff4233499391653df7aefcbc13fc51568",
                keyed_blake2b_answer},
    KnownAnswer{"key derivation (BLAKE2b with salt and personalisation)",
                "13fea52bb8cba063f3ed93de27ed07e06d8c6367474e6ae4c9282913ac3c3a03", derivation_answer},
    KnownAnswer{"ChaCha20-Poly1305 (RFC 8439, section 2.8.2)",
                "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6"
                "3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36"
                "92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
                "3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd060069101",
                chacha_answer},
    KnownAnswer{"XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03, appendix A.3.1)",
                "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb"
                "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452"
                "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9"
                "21f9664c97637da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf4901",
                xchacha_answer},
    KnownAnswer{"X25519 (RFC 7748, section 5.2)", "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a2855201",
                x25519_answer},
    KnownAnswer{"X25519 from the base point (RFC 7748, section 6.1)",
                "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a", x25519_base_answer},
    KnownAnswer{"Ed25519 (RFC 8032, section 7.1, test 3)",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025"
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a01",
                ed25519_answer},
    KnownAnswer{"Argon2id (RFC 9106, as the reference program argon2 -id -t 1 -k 64 -p 1 gives it)",
                "ac08ee7b12a52dd0072efaa4ed379e8966635b838fa111b095d2577476d3b8a2", argon2id_answer},
};

} // namespace

std::span<const KnownAnswer> known_answers() { return answers; }

base::Result<void> check(std::span<const KnownAnswer> to_check) {
    for (const auto& answer : to_check) {
        if (base::to_hex(answer.compute()) != answer.expected) {
            return base::out_of_service(std::string("self-test: wrong answer from ") + answer.primitive);
        }
    }
    return {};
}

} // namespace crypto
