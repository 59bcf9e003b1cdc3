// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/spoken_text.h"

#include <QStringList>

#include "ui/models/picture/picture.h"
#include "ui/models/sentences/happened_text.h"
#include "ui/state/run.h"

namespace memtape {

QString spokenText(Run* run, const Picture& picture, bool withStory) {
    QStringList said;
    if (run && !picture.cards.isEmpty()) {
        said.append(HappenedText::place(picture.info, run->stepCount()));
        if (withStory) {
            const StepText text = HappenedText::describe(*run, picture.step);
            for (const QString& words : {text.justTitle, text.justBody})
                if (!words.isEmpty()) said.append(words);
        }
    }
    said.append(pictureText(picture));
    return said.join(QLatin1Char('\n'));
}

}
