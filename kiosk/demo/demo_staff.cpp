#include "kiosk/demo/demo_staff.hpp"

namespace kiosk {

namespace {

constexpr std::array<DemoMember, 3> members{{
    {"400007", "402817", StaffRole::front_desk},
    {"400021", "583906", StaffRole::supervisor},
    {"400035", "719452", StaffRole::technician},
}};

} // namespace

std::span<const DemoMember> demo_staff() { return members; }

std::vector<FirstMember> demo_first_members() {
    std::vector<FirstMember> made;
    made.reserve(members.size());
    for (const DemoMember& member : members) {
        made.push_back({base::Secret(base::bytes_of(member.badge)), member.role, storage::StaffPin::own,
                        base::Secret(base::bytes_of(member.pin))});
    }
    return made;
}

} // namespace kiosk
