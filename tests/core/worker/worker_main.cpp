// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/languages/languages.h"
#include "core/worker/worker_verb.h"
#include "tests/core/worker/bad_worker.h"
#include "tests/support/catch_runner.h"

int main(int argc, char** argv) {
    using namespace memtape;
    registerLanguages();
    if (isWorkerCall(argc, argv))
        if (auto status = test::runIfBadWorker()) return *status;
    if (auto status = runIfWorker(argc, argv)) return *status;
    return runTests(argc, argv);
}
