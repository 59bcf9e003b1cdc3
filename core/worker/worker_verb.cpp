// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/worker/worker_verb.h"

#include <charconv>
#include <cstring>

#include "core/worker/worker.h"

namespace memtape {

bool isWorkerCall(int argc, char** argv) { return argc > 1 && std::strcmp(argv[1], workerVerb) == 0; }

std::optional<int> runIfWorker(int argc, char** argv) {
    if (!isWorkerCall(argc, argv)) return std::nullopt;
    int socket = -1;
    if (argc == 3) std::from_chars(argv[2], argv[2] + std::strlen(argv[2]), socket);
    return runWorker(socket);
}

}
