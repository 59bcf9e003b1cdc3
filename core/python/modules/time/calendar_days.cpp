// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/python/modules/time/calendar_days.h"

namespace memtape::calendar {

static constexpr int monthStarts[] = {0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

int daysInMonth(int year, int month) {
    if (month == 2 && isLeap(year)) return 29;
    return monthStarts[month + 1] - monthStarts[month];
}
int daysBeforeYear(int year) {
    int y = year - 1;
    return y * 365 + y / 4 - y / 100 + y / 400;
}
int daysBeforeMonth(int year, int month) { return monthStarts[month] + (month > 2 && isLeap(year)); }
int toOrdinal(int year, int month, int day) { return daysBeforeYear(year) + daysBeforeMonth(year, month) + day; }
int weekday(int year, int month, int day) { return (toOrdinal(year, month, day) + 6) % 7; }

void fromOrdinal(int ordinal, int* year, int* month, int* day) {
    // A guess that is never too late, and off by one at most.
    int y = static_cast<int>(static_cast<long long>(ordinal - 1) * 400 / 146097) + 1;
    while (daysBeforeYear(y + 1) < ordinal) ++y;
    while (daysBeforeYear(y) >= ordinal) --y;
    int rest = ordinal - daysBeforeYear(y), m = (rest - 1) / 32 + 1;
    while (m < 12 && daysBeforeMonth(y, m + 1) < rest) ++m;
    *year = y;
    *month = m;
    *day = rest - daysBeforeMonth(y, m);
}

int isoWeek1Monday(int year) {
    int first = toOrdinal(year, 1, 1), day = (first + 6) % 7;
    int monday = first - day;
    return day > 3 ? monday + 7 : monday; // a Friday or later belongs to the year before
}
int isoWeeks(int year) {
    int first = (toOrdinal(year, 1, 1) + 6) % 7;
    return first == 3 || (first == 2 && isLeap(year)) ? 53 : 52;
}

}
