// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Marks an English sentence that core gives, so that tools/update-translations finds it; whoever shows it translates it in that context.
#define MEMTAPE_TRANSLATABLE(context, sentence) sentence
