// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What a screen reader says of a step while the picture has the focus.

#include <QString>

namespace memtape {

class Run;
struct Picture;

// A line each: where the step stands; with the story, what the line just run did; then all that there is. Without a run, the picture alone.
QString spokenText(Run* run, const Picture& picture, bool withStory);

}
