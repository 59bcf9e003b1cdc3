// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/sealed_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>

#include "tests/support/catch.h"

using namespace memtape;

TEST_CASE("what is in a sealed file is there for the other end, and for good", "[worker]") {
    int file = makeSealedFile({"one ", "", "two"});
    REQUIRE(file >= 0);
    CHECK(write(file, "x", 1) < 0);
    CHECK(ftruncate(file, 0) != 0);
    CHECK(mmap(nullptr, 7, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0) == MAP_FAILED);
    auto bytes = mapSealedFile(file, 7);
    close(file);
    REQUIRE(bytes);
    CHECK(std::memcmp(bytes->data(), "one two", 7) == 0);
    KeptBytes part = bytes->part(4, 3);
    bytes.reset(); // the part keeps what it needs
    CHECK(std::memcmp(part.data(), "two", 3) == 0);
    part.own()[0] = 'T'; // a copy
    CHECK(std::memcmp(part.data(), "Two", 3) == 0);
}

TEST_CASE("a file that may still change is not taken", "[worker]") {
    CHECK_FALSE(mapSealedFile(-1, 1));
    CHECK_FALSE(mapSealedFile(STDIN_FILENO, 1));
    int open = memfd_create("open", MFD_ALLOW_SEALING);
    REQUIRE(ftruncate(open, 10) == 0);
    CHECK_FALSE(mapSealedFile(open, 10));
    close(open);
    int file = makeSealedFile({"0123456789"});
    CHECK_FALSE(mapSealedFile(file, 11));
    CHECK_FALSE(mapSealedFile(file, 9));
    CHECK(mapSealedFile(file, 10));
    close(file);
}
