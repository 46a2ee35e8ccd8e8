// SPDX-License-Identifier: GPL-3.0-or-later
// What the demo is made of: quarters of Erbil, zones, and names. The people are made up.
#pragma once

#include <span>

namespace waydesk::backend {

struct DemoQuarter
{
    const char16_t* name;
    double latitude, longitude; // degrees, of its middle
};
struct DemoZone
{
    const char16_t *name, *code;
    double latitude, longitude, radius; // metres
};
struct DemoWarehouse
{
    const char16_t *name, *code, *address;
    double latitude, longitude;
};

std::span<const DemoQuarter> demoQuarters();
std::span<const DemoZone> demoZones();
std::span<const DemoWarehouse> demoWarehouses();

struct DemoNames
{
    std::span<const char16_t*const> first, last;
};
DemoNames kurdishNames();
DemoNames arabicNames();
DemoNames latinNames(); // of people of the town, in Latin letters

} // namespace waydesk::backend
