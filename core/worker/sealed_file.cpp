// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/sealed_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace memtape {

namespace {

constexpr int neverChanged = F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW;

bool writeWhole(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        ssize_t written = write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return false;
        bytes.remove_prefix(static_cast<size_t>(written));
    }
    return true;
}

}

int makeSealedFile(const std::vector<std::string_view>& pieces) {
    int descriptor = memfd_create("memtape", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (descriptor < 0) return -1;
    bool good = true;
    for (std::string_view piece : pieces) good = good && writeWhole(descriptor, piece);
    if (good && fcntl(descriptor, F_ADD_SEALS, neverChanged | F_SEAL_SEAL) == 0) return descriptor;
    int failed = errno;
    close(descriptor);
    errno = failed;
    return -1;
}

std::optional<KeptBytes> mapSealedFile(int descriptor, uint64_t size) {
    int seals = fcntl(descriptor, F_GET_SEALS);
    if (seals < 0 || (seals & neverChanged) != neverChanged) return std::nullopt;
    struct stat file {};
    if (fstat(descriptor, &file) != 0 || !S_ISREG(file.st_mode) || static_cast<uint64_t>(file.st_size) != size) return std::nullopt;
    if (size == 0) return KeptBytes();
    void* at = mmap(nullptr, size, PROT_READ, MAP_SHARED, descriptor, 0);
    if (at == MAP_FAILED) return std::nullopt;
    std::shared_ptr<const void> keeper(at, [size](const void* mapped) { munmap(const_cast<void*>(mapped), size); });
    return KeptBytes(std::move(keeper), static_cast<const uint8_t*>(at), size);
}

}
