// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/suggestions.h"

#include <algorithm>
#include <cstdint>

namespace memtape {

namespace {

constexpr size_t moveCost = 2, caseCost = 1, longestName = 40, mostCandidates = 750;

size_t substitutionCost(unsigned char a, unsigned char b) {
    if ((a & 31) != (b & 31)) return moveCost; // neither the same letter nor its other case
    if (a == b) return 0;
    auto lower = [](unsigned char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; };
    return lower(a) == lower(b) ? caseCost : moveCost;
}

// Levenshtein distance, cut off above `limit`: any larger number stands for "too far".
size_t editDistance(std::string_view a, std::string_view b, size_t limit) {
    if (a == b) return 0;
    while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
    while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
    if (a.empty() || b.empty()) return (a.size() + b.size()) * moveCost;
    if (a.size() > longestName || b.size() > longestName) return limit + 1;
    if (b.size() < a.size()) std::swap(a, b);
    if ((b.size() - a.size()) * moveCost > limit) return limit + 1;
    std::vector<size_t> row(a.size());
    for (size_t i = 0; i < a.size(); ++i) row[i] = (i + 1) * moveCost;
    size_t outcome = 0;
    for (size_t j = 0; j < b.size(); ++j) {
        size_t distance = outcome = j * moveCost;
        size_t least = SIZE_MAX;
        for (size_t i = 0; i < a.size(); ++i) {
            size_t substitute = distance + substitutionCost(b[j], a[i]);
            distance = row[i];
            size_t insertOrDelete = std::min(outcome, distance) + moveCost;
            outcome = std::min(insertOrDelete, substitute);
            row[i] = outcome;
            least = std::min(least, outcome);
        }
        if (least > limit) return limit + 1;
    }
    return outcome;
}

}

std::string closestName(const std::vector<std::string>& candidates, const std::string& name) {
    if (candidates.size() >= mostCandidates || name.size() > longestName) return {};
    size_t best = SIZE_MAX;
    const std::string* found = nullptr;
    for (const std::string& candidate : candidates) {
        if (candidate == name) continue;
        size_t limit = std::min((candidate.size() + name.size() + 3) * moveCost / 6, best - 1);
        size_t distance = editDistance(name, candidate, limit);
        if (distance > limit) continue;
        if (!found || distance < best) {
            found = &candidate;
            best = distance;
        }
    }
    return found ? *found : std::string();
}

}
