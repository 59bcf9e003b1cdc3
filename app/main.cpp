// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_window.h"

int main(int argc, char** argv) { return memtape::runWindow(argc, argv, argc > 1 ? argv[1] : ""); }
