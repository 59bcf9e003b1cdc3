// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/host/data_files.h"

#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>

#include "core/events/recorder.h"

namespace memtape {

namespace {

constexpr int64_t mostOfAnEnd = int64_t{4} << 20; // of a larger file, so much of its beginning and of its end is looked at

// Goes on from `sum` over the file's bytes from `at` to `end`, or to where they end or cannot be read.
uint32_t checksumOf(int descriptor, int64_t at, int64_t end, uint32_t sum) {
    std::array<unsigned char, 1 << 14> piece;
    while (at < end) {
        const ssize_t got = pread(descriptor, piece.data(), std::min<size_t>(piece.size(), static_cast<size_t>(end - at)), at);
        if (got <= 0) break;
        sum = static_cast<uint32_t>(crc32_z(sum, piece.data(), static_cast<size_t>(got)));
        at += got;
    }
    return sum;
}

}

void noteDataFile(int descriptor, const std::string& path) {
    struct stat info {};
    if (!recorder || fstat(descriptor, &info) != 0 || !S_ISREG(info.st_mode)) return;
    const int64_t size = info.st_size, head = std::min(size, mostOfAnEnd), tail = std::max(head, size - mostOfAnEnd);
    const uint32_t sum = checksumOf(descriptor, 0, head, 0);
    recorder->dataFile({.path = path, .size = static_cast<uint64_t>(size), .checksum = checksumOf(descriptor, tail, size, sum)});
}

}
