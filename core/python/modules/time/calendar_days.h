// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Days of the Gregorian calendar, which holds for all years. Day 1 is the first of January of year 1, a Monday.

namespace memtape::calendar {

constexpr int lastOrdinal = 3652059; // 31 December 9999

constexpr bool isLeap(int year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }
int daysInMonth(int year, int month);
int daysBeforeYear(int year);
int daysBeforeMonth(int year, int month);
int toOrdinal(int year, int month, int day);
void fromOrdinal(int ordinal, int* year, int* month, int* day); // of 1 … lastOrdinal
int weekday(int year, int month, int day);                      // 0: Monday

// Weeks of ISO 8601 begin with a Monday; the first of a year has its first Thursday.
int isoWeek1Monday(int year);
int isoWeeks(int year);

}
