#include "ui/pattern_rewriting.hpp"

#include <functional>
#include <string_view>
#include <unicode/messagepattern.h>
#include <unicode/uchar.h>
#include <vector>

namespace ui {

namespace {

using Rewrite = std::function<icu::UnicodeString(const icu::UnicodeString& literal)>;

struct Marks {
    icu::UnicodeString before;
    icu::UnicodeString after;
};

// Copies the pattern; what people read goes through `literal`, each simple {place} is put between `marks`.
std::optional<icu::UnicodeString> rewritten(const icu::UnicodeString& pattern, const Rewrite& literal,
                                            const Marks& marks) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::MessagePattern parsed(pattern, nullptr, status);
    if (U_FAILURE(status) != 0) return std::nullopt;
    icu::UnicodeString result;
    std::vector<bool> is_in_message; // innermost last; false inside an argument's own syntax
    int32_t copied = 0;
    const auto copy_until = [&](int32_t until) {
        const icu::UnicodeString piece(pattern, copied, until - copied);
        result += !is_in_message.empty() && is_in_message.back() ? literal(piece) : piece;
        copied = until;
    };
    const auto keep_until = [&](int32_t until) {
        result.append(pattern, copied, until - copied);
        copied = until;
    };
    const auto is_simple = [&](UMessagePatternArgType type) {
        return type == UMSGPAT_ARG_TYPE_NONE || type == UMSGPAT_ARG_TYPE_SIMPLE;
    };
    for (int32_t i = 0; i < parsed.countParts(); ++i) {
        const auto& part = parsed.getPart(i);
        switch (part.getType()) {
        case UMSGPAT_PART_TYPE_MSG_START:
            keep_until(part.getLimit());
            is_in_message.push_back(true);
            break;
        case UMSGPAT_PART_TYPE_ARG_START:
            copy_until(part.getIndex());
            if (is_simple(part.getArgType())) result += marks.before;
            keep_until(part.getLimit());
            is_in_message.push_back(false);
            break;
        case UMSGPAT_PART_TYPE_MSG_LIMIT:
            copy_until(part.getIndex());
            keep_until(part.getLimit());
            is_in_message.pop_back();
            break;
        case UMSGPAT_PART_TYPE_ARG_LIMIT:
            keep_until(part.getLimit());
            if (is_simple(part.getArgType())) result += marks.after;
            is_in_message.pop_back();
            break;
        case UMSGPAT_PART_TYPE_SKIP_SYNTAX:
        case UMSGPAT_PART_TYPE_INSERT_CHAR:
        case UMSGPAT_PART_TYPE_REPLACE_NUMBER:
            copy_until(part.getIndex());
            keep_until(part.getLimit());
            break;
        case UMSGPAT_PART_TYPE_ARG_NUMBER:
        case UMSGPAT_PART_TYPE_ARG_NAME:
        case UMSGPAT_PART_TYPE_ARG_TYPE:
        case UMSGPAT_PART_TYPE_ARG_STYLE:
        case UMSGPAT_PART_TYPE_ARG_SELECTOR:
        case UMSGPAT_PART_TYPE_ARG_INT:
        case UMSGPAT_PART_TYPE_ARG_DOUBLE: break;
        }
    }
    return result;
}

// Where the number that begins at `from` ends: behind its last digit. `from` where none begins: what stands before a
// number, and a bracket around it, belong to the sentence.
int32_t end_of_number(const icu::UnicodeString& text, int32_t from) {
    constexpr std::u16string_view between = u"-.,:/()";
    int32_t end = from, open = 0;
    for (int32_t at = from; at < text.length(); ++at) {
        const char16_t unit = text[at];
        const bool is_after_area = unit == u' ' && at > from && text[at - 1] == u')';
        const bool is_start = at == from && (unit == u'+' || unit == u'(');
        if (at == from && !is_start && u_isdigit(unit) == 0) break;
        if (unit == u'(') ++open;
        if (unit == u')' && --open < 0) break;
        if (u_isdigit(unit) != 0 && (open == 0 || text.indexOf(u')', at) >= 0)) end = at + 1;
        if (u_isdigit(unit) == 0 && !is_start && !is_after_area && between.find(unit) == std::u16string_view::npos)
            break;
    }
    const icu::UnicodeString number(text, from, end - from);
    return number.indexOf(u'(') >= 0 && number.indexOf(u')') < 0 ? from : end;
}

bool is_one_run_of_digits(const icu::UnicodeString& text) {
    for (int32_t i = 0; i < text.length(); ++i) {
        if (u_isdigit(text[i]) == 0) return false;
    }
    return true;
}

// After Arabic letters "2-1-1" is shown as 1-1-2 and "4:30-5:30" the other way round, unless they are set apart.
icu::UnicodeString numbers_apart(const icu::UnicodeString& literal) {
    icu::UnicodeString result;
    for (int32_t at = 0; at < literal.length();) {
        const int32_t end = end_of_number(literal, at);
        if (end == at) {
            result += literal[at++];
            continue;
        }
        const icu::UnicodeString number(literal, at, end - at);
        result += is_one_run_of_digits(number) ? number : u"\u2066" + number + u"\u2069";
        at = end;
    }
    return result;
}

char16_t accent(char16_t letter) {
    constexpr std::u16string_view plain = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    constexpr std::u16string_view marked = u"ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž";
    const auto at = plain.find(letter);
    return at == std::u16string_view::npos ? letter : marked[at];
}

} // namespace

std::optional<icu::UnicodeString> accented(const icu::UnicodeString& pattern) {
    int32_t letters = 0;
    const auto rewrite = [&](const icu::UnicodeString& literal) {
        icu::UnicodeString result;
        for (int32_t i = 0; i < literal.length(); ++i) {
            result += accent(literal[i]);
            ++letters;
        }
        return result;
    };
    auto result = rewritten(pattern, rewrite, {});
    if (!result || letters == 0) return result; // nothing in it waits for a translator
    constexpr std::u16string_view numbers = u" one two three four five six seven eight nine ten eleven twelve thirteen"
                                            u" fourteen fifteen sixteen seventeen eighteen nineteen twenty";
    // Longer by 40 %, in pieces that can wrap.
    for (int32_t added = 0, wanted = (letters * 2 + 4) / 5; added < wanted;) {
        const auto piece = std::min(wanted - added, static_cast<int32_t>(numbers.size()));
        result->append(numbers.data(), 0, piece);
        added += piece;
    }
    return icu::UnicodeString(u"[") + *result + u"]";
}

std::optional<icu::UnicodeString> reversed(const icu::UnicodeString& pattern) {
    const auto rewrite = [](const icu::UnicodeString& literal) {
        icu::UnicodeString result;
        bool is_in_word = false;
        for (int32_t i = 0; i < literal.length(); ++i) {
            const char16_t unit = literal[i];
            const bool is_word = !u_isUWhiteSpace(unit) && unit != u'*';
            if (is_word && !is_in_word) result += u"\u200F\u202E";
            if (!is_word && is_in_word) result += u"\u202C\u200F";
            is_in_word = is_word;
            result += unit;
        }
        if (is_in_word) result += u"\u202C\u200F";
        return result;
    };
    return rewritten(pattern, rewrite, {});
}

std::optional<icu::UnicodeString> isolated(const icu::UnicodeString& pattern) {
    return rewritten(pattern, numbers_apart, {u"\u2068", u"\u2069"});
}

} // namespace ui
