// SPDX-License-Identifier: GPL-3.0-or-later
// Positions of Erbil, Ankawa, Kasnazan, Daratu, Baharka and Qushtapa: GeoNames, CC-BY 4.0 ("Place data: GeoNames").
// Names of the other quarters: public lists of the town, facts only; their positions are near enough for a demo.
#include "backend/demo/demofacts.h"

namespace waydesk::backend {

namespace {

constexpr DemoQuarter kQuarters[] = {{u"Citadel", 36.1911, 44.0092},
                                     {u"Tairawa", 36.1935, 44.0032},
                                     {u"Mnara", 36.1862, 43.9968},
                                     {u"Iskan", 36.1801, 43.9986},
                                     {u"Setaqan", 36.1849, 44.0158},
                                     {u"Bakhtyari", 36.1998, 43.9925},
                                     {u"Azadi", 36.1767, 44.0244},
                                     {u"Brayati", 36.2031, 44.0171},
                                     {u"Rzgari", 36.1741, 43.9889},
                                     {u"Raparin", 36.1683, 44.0049},
                                     {u"Ronaki", 36.1969, 44.0262},
                                     {u"Shorish", 36.1822, 44.0391},
                                     {u"Nawroz", 36.1713, 44.0413},
                                     {u"Zanyari", 36.1879, 43.9806},
                                     {u"Galawezh", 36.2074, 43.9874},
                                     {u"Gulan", 36.2121, 43.9979},
                                     {u"Dream City", 36.2016, 43.9712},
                                     {u"Empire World", 36.2085, 43.9689},
                                     {u"Italian City 1", 36.2178, 43.9668},
                                     {u"English Village", 36.2139, 43.9614},
                                     {u"Naz City", 36.2054, 43.9769},
                                     {u"Badawa", 36.1691, 44.0287},
                                     {u"Kuran", 36.1612, 44.0176},
                                     {u"Hawari Shar", 36.1551, 43.9757},
                                     {u"Kurani Nwe", 36.1639, 44.0331},
                                     {u"Ankawa", 36.2306, 43.99442},
                                     {u"Lebanese Village", 36.2235, 43.9767},
                                     {u"Kasnazan", 36.20067, 44.13263},
                                     {u"Daratu", 36.12062, 44.05972},
                                     {u"Baharka", 36.31556, 44.03533},
                                     {u"Qushtapa", 36.00193, 44.03827},
                                     {u"Mamostayan", 36.1938, 44.0347}};

constexpr DemoZone kZones[] = {{u"Erbil Central", u"ERB-CENTRAL", 36.1911, 44.0092, 3000},
                               {u"Erbil East", u"ERB-EAST", 36.1900, 44.0450, 4500},
                               {u"Erbil West", u"ERB-WEST", 36.2060, 43.9700, 4000},
                               {u"Erbil South", u"ERB-SOUTH", 36.1560, 44.0100, 4500},
                               {u"Ankawa", u"ERB-ANKAWA", 36.2306, 43.9944, 3000},
                               {u"Kasnazan", u"ERB-KASNAZAN", 36.2007, 44.1326, 5000},
                               {u"Daratu and Qushtapa", u"ERB-DARATU", 36.0750, 44.0500, 11000},
                               {u"Baharka", u"ERB-BAHARKA", 36.3156, 44.0353, 7000}};

constexpr DemoWarehouse kWarehouses[] = {{u"Main Warehouse", u"WH-MAIN", u"Main Warehouse, Erbil", 36.191, 44.01},
                                         {u"North Hub", u"WH-NORTH", u"North Hub, Ankawa, Erbil", 36.2342, 43.9991}};

constexpr const char16_t* kKurdishFirst[] = {u"کاروان", u"ئاوات",  u"شیلان",  u"هێمن",  u"ڕێبین",  u"دلێر",
                                             u"ژیان",   u"نەورۆز", u"بەرزان", u"ئاڤان", u"سەردار", u"شنۆ",
                                             u"هاوڕێ",  u"ڕۆژان",  u"ئاراس",  u"هەڵۆ"};
constexpr const char16_t* kKurdishLast[] = {u"عەزیز", u"حەسەن",  u"ڕەشید", u"مەحموود", u"قادر",   u"عومەر",
                                            u"سالح",  u"ئەحمەد", u"یوسف",  u"تاهیر",   u"مستەفا", u"ڕەسوڵ"};
constexpr const char16_t* kArabicFirst[] = {u"أحمد", u"فاطمة", u"علي",  u"زينب", u"مصطفى", u"نور", u"حيدر", u"مريم",
                                            u"عمر",  u"سارة",  u"يوسف", u"رنا",  u"كريم",  u"هدى", u"سامر", u"ليلى"};
constexpr const char16_t* kArabicLast[] = {u"الجبوري", u"العبيدي", u"حسن",     u"الدليمي", u"كاظم", u"إبراهيم",
                                           u"الشمري",  u"جاسم",    u"الخفاجي", u"محمود",   u"صالح", u"النعيمي"};
constexpr const char16_t* kLatinFirst[] = {u"Karwan", u"Avin",   u"Hemin", u"Shilan", u"Rebin", u"Dler",  u"Zhyan",
                                           u"Barzan", u"Sardar", u"Shno",  u"Aras",   u"Hawre", u"Ahmed", u"Sara",
                                           u"Yousif", u"Rana",   u"Omar",  u"Mariam", u"Nabaz", u"Soran"};
constexpr const char16_t* kLatinLast[] = {u"Aziz", u"Hasan",  u"Rashid",  u"Mahmood", u"Qadir",  u"Omer", u"Salih",
                                          u"Ali",  u"Yousif", u"Mustafa", u"Ibrahim", u"Kareem", u"Taher"};

} // namespace

std::span<const DemoQuarter> demoQuarters()
{
    return kQuarters;
}

std::span<const DemoZone> demoZones()
{
    return kZones;
}

std::span<const DemoWarehouse> demoWarehouses()
{
    return kWarehouses;
}

DemoNames kurdishNames()
{
    return {kKurdishFirst, kKurdishLast};
}

DemoNames arabicNames()
{
    return {kArabicFirst, kArabicLast};
}

DemoNames latinNames()
{
    return {kLatinFirst, kLatinLast};
}

} // namespace waydesk::backend
