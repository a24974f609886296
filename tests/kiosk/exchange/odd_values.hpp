// Values that some member of some record might wrongly hold: near misses of every form that records know.
#pragma once

#include "kiosk/exchange/json.hpp"

#include <string>
#include <vector>

namespace support {

inline std::vector<kiosk::Json> odd_values() {
    std::vector<kiosk::Json> values{kiosk::Json(),
                                    true,
                                    false,
                                    -1,
                                    0,
                                    1,
                                    2,
                                    9,
                                    10,
                                    99,
                                    100,
                                    1.0,
                                    1.5,
                                    std::int64_t{9999999999},
                                    std::int64_t{10000000000},
                                    std::int64_t{9007199254740992},
                                    kiosk::Json::Array(),
                                    kiosk::Json::Object()};
    for (const char* text : {"",
                             "x",
                             "X",
                             "none",
                             "staff",
                             "code+birth_date",
                             "check_in",
                             "help_request",
                             "help_requested",
                             "not_acknowledged",
                             "Robin 1",
                             "Heart 99",
                             "Robin 0",
                             "Robin 100",
                             "robin 1",
                             "audit",
                             "withdrawal",
                             "staff_event",
                             "acknowledge",
                             "call",
                             "undo",
                             "wrong_button",
                             "message",
                             "person",
                             "safety",
                             "robin",
                             "heart",
                             "home",
                             "home page",
                             "home\n",
                             "Home",
                             "1home",
                             "en",
                             "e",
                             "es-419",
                             "es-",
                             "-es",
                             "es_MX",
                             "EN-us",
                             "en\n",
                             "America/New_York",
                             "America/New York",
                             "UTC",
                             "willow-1",
                             "Willow",
                             "willow-1\n",
                             "0badcafe",
                             "0BADCAFE",
                             "family-kiosk-batch/1",
                             "family-kiosk-batch/2",
                             "tab\there",
                             "\x7f",
                             "ñandú",
                             "019a1b2c-3d4e-7f50-8a6b-7c8d9e0f1a2b",
                             "019A1B2C-3D4E-7F50-8A6B-7C8D9E0F1A2B",
                             "019a1b2c-3d4e-7f50-8a6b-7c8d9e0f1a2",
                             "019a1b2c03d4e-7f50-8a6b-7c8d9e0f1a2b",
                             "019a1b2c-3d4e-7f50-8a6b-7c8d9e0f1a2b\n",
                             "2026-10-13T20:30:00.000Z",
                             "2026-10-13T20:30:00Z",
                             "2026-10-13T20:30:00.000Z\n",
                             "2026-10-13 20:30:00.000Z",
                             "2026-10-13T24:00:00.000Z",
                             "2026-10-13T23:60:00.000Z",
                             "2026-10-13T23:59:60.000Z",
                             "2026-13-01T00:00:00.000Z",
                             "2026-02-29T00:00:00.000Z",
                             "2028-02-29T00:00:00.000Z",
                             "1900-02-29T00:00:00.000Z",
                             "2000-02-29T00:00:00.000Z",
                             "2026-04-31T00:00:00.000Z",
                             "2026-12-31T00:00:00.000Z",
                             "2026-00-10T00:00:00.000Z",
                             "2026-10-00T00:00:00.000Z",
                             "2026-10-13T20:30:00.000+00:00",
                             "age1qpzry9x8gf2tvdw0s3jn54khce6mua7lqpzry9x8gf2tvdw0s3jn54khce"}) {
        values.emplace_back(text);
    }
    for (const std::size_t size : {8U, 32U, 33U, 63U, 64U, 65U, 200U, 201U, 256U, 257U})
        values.emplace_back(std::string(size, 'a'));
    for (const int size : {200, 201, 256, 257}) {
        std::string long_text;
        for (int i = 0; i < size; ++i) long_text += "é";
        values.emplace_back(long_text);
    }
    for (const auto& list : std::vector<kiosk::Json::Array>{
             {"interpreter"}, {"snack"}, {"snack", "snack"}, {"candy"}, {1}, {"interpreter", "other", "feeding"}}) {
        values.emplace_back(list);
    }
    for (const auto& object : std::vector<kiosk::Json::Object>{{{"a", 1}},
                                                               {{"a", "b"}},
                                                               {{"a", ""}},
                                                               {{"A", 1}},
                                                               {{"a", 1.5}},
                                                               {{"a", 2.0}},
                                                               {{"a", "two words"}},
                                                               {{"a", "ñ"}},
                                                               {{"a", kiosk::Json()}},
                                                               {{"", 1}}}) {
        values.emplace_back(object);
    }
    return values;
}

} // namespace support
