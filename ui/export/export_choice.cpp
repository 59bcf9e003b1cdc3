// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_choice.h"

#include "ui/export/export_formats.h"

namespace memtape {

namespace {

const QString formatKey = QStringLiteral("format"), themeKey = QStringLiteral("theme"), detailKey = QStringLiteral("detail"),
              cropKey = QStringLiteral("part"), unitKey = QStringLiteral("unit"), widthKey = QStringLiteral("width"),
              scaleKey = QStringLiteral("scale"), codeKey = QStringLiteral("code"), legendKey = QStringLiteral("legend"),
              movesKey = QStringLiteral("moves"), framesKey = QStringLiteral("frames"), secondsKey = QStringLiteral("seconds");

}

QVariantMap ExportChoice::kept() const {
    return {{formatKey, exportFormats()[format].ending},
            {themeKey, theme},
            {detailKey, detail},
            {cropKey, int(crop)},
            {unitKey, int(unit)},
            {widthKey, width},
            {scaleKey, scale},
            {codeKey, code},
            {legendKey, legend},
            {movesKey, animation.moves},
            {framesKey, animation.framesPerSecond},
            {secondsKey, animation.seconds}};
}

ExportChoice ExportChoice::ofKept(const QVariantMap& kept) {
    ExportChoice choice;
    auto number = [&](const QString& key, int least, int most, int usual) {
        bool isNumber = false;
        const int value = kept.value(key).toInt(&isNumber);
        return isNumber && value >= least && value <= most ? value : usual;
    };
    for (qsizetype i = 0; i < exportFormats().size(); ++i)
        if (exportFormats()[i].ending == kept.value(formatKey).toString()) choice.format = int(i);
    choice.theme = number(themeKey, -1, int(Theme::Print), choice.theme);
    choice.detail = number(detailKey, -1, int(Detail::Bytes), choice.detail);
    choice.crop = Crop(number(cropKey, 0, int(Crop::InSight), int(choice.crop)));
    choice.unit = Unit(number(unitKey, 0, int(Unit::Centimetres), int(choice.unit)));
    choice.width = kept.value(widthKey).toDouble(); // the field knows what is possible
    choice.scale = number(scaleKey, 1, 4, choice.scale);
    choice.code = kept.value(codeKey, choice.code).toBool();
    choice.legend = kept.value(legendKey, choice.legend).toBool();
    AnimationLook& look = choice.animation;
    look.moves = kept.value(movesKey, look.moves).toBool();
    look.framesPerSecond = number(framesKey, look.fewestFrames, look.mostFrames, look.framesPerSecond);
    const double seconds = kept.value(secondsKey).toDouble();
    if (seconds >= look.fewestSeconds && seconds <= look.mostSeconds) look.seconds = seconds;
    return choice;
}

}
