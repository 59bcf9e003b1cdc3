// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/languages/languages.h"

#include "core/python/language/python_language.h"
#include "core/python/reading/python_reading.h"

namespace memtape {

void registerLanguages() {
    registerLanguage(pythonLanguage());
    registerPythonReading();
}

}
