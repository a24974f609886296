#include "crypto/pin.hpp"

#include <cerrno>
#include <sodium.h>

namespace crypto {

PinCost moderate_pin_cost() { return {crypto_pwhash_OPSLIMIT_MODERATE, crypto_pwhash_MEMLIMIT_MODERATE}; }

PinCost interactive_pin_cost() { return {crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE}; }

PinCost least_pin_cost() { return {crypto_pwhash_OPSLIMIT_MIN, crypto_pwhash_MEMLIMIT_MIN}; }

PinParameters PinParameters::fresh(const PinCost& cost) {
    PinParameters made;
    static_assert(sizeof made.salt == crypto_pwhash_SALTBYTES);
    made.cost = cost;
    randombytes_buf(made.salt.data(), made.salt.size());
    return made;
}

bool needs_rehash(const PinParameters& kept, const PinCost& present) {
    return kept.algorithm != PinAlgorithm::argon2id13 || kept.cost.operations < present.operations ||
           kept.cost.memory < present.memory;
}

Result<PinKey> stretch_pin(const PinPepper& pepper, const PinParameters& parameters, ByteView pin) {
    static_assert(static_cast<int>(PinAlgorithm::argon2id13) == crypto_pwhash_ALG_ARGON2ID13);
    Secret stretched(GuardedBytes::size);
    errno = 0;
    const int failure = crypto_pwhash(stretched.bytes().data(), stretched.size(), base::text_of(pin).data(), pin.size(),
                                      parameters.salt.data(), parameters.cost.operations, parameters.cost.memory,
                                      static_cast<int>(parameters.algorithm));
    if (failure != 0 && errno == EINVAL) return base::call_staff("PIN: the kept parameters are none that can be used");
    if (failure != 0) return base::out_of_service("PIN: the machine has not enough memory to check it");
    return mix_pin(pepper, stretched.view());
}

} // namespace crypto
