// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/picture_choices.h"

#include <QStringList>
#include <cmath>
#include <optional>

namespace memtape {

namespace {

// In the order of FormChoice.
const char* const formWords[] = {"", "across", "down", "folded"};

std::optional<FormChoice> formOfWord(const QString& word) {
    for (int i = 1; i < int(std::size(formWords)); ++i)
        if (word == QLatin1String(formWords[i])) return FormChoice(i);
    return std::nullopt;
}

QString wordOf(const PictureChoices::BirthPlace& place) { return QStringLiteral("%1:%2").arg(place.first).arg(place.second); }

std::optional<PictureChoices::BirthPlace> placeOfWord(const QString& word) {
    const QStringList parts = word.split(QLatin1Char(':'));
    bool isLine = false, isNumber = false;
    if (parts.size() != 2) return std::nullopt;
    PictureChoices::BirthPlace place{parts[0].toUInt(&isLine), parts[1].toUInt(&isNumber)};
    return isLine && isNumber ? std::optional(place) : std::nullopt;
}

template <class Visit> void eachOf(const QVariantMap& map, const QString& key, Visit visit) {
    const QVariantMap entries = map.value(key).toMap();
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) visit(entry.key(), entry.value());
}

}

QVariantMap PictureChoices::toMap() const {
    QVariantMap places, objects, types, map;
    for (auto pin = pins.begin(); pin != pins.end(); ++pin) places.insert(wordOf(pin.key()), *pin);
    for (auto form = forms.begin(); form != forms.end(); ++form) objects.insert(wordOf(form.key()), QLatin1String(formWords[int(*form)]));
    for (auto form = formsOfTypes.begin(); form != formsOfTypes.end(); ++form) types.insert(form.key(), QLatin1String(formWords[int(*form)]));
    if (!places.isEmpty()) map.insert(QStringLiteral("pins"), places);
    if (!objects.isEmpty()) map.insert(QStringLiteral("forms"), objects);
    if (!types.isEmpty()) map.insert(QStringLiteral("formsOfTypes"), types);
    if (treesAcross) map.insert(QStringLiteral("trees"), QStringLiteral("across"));
    return map;
}

PictureChoices PictureChoices::fromMap(const QVariantMap& map) {
    PictureChoices choices;
    eachOf(map, QStringLiteral("pins"), [&](const QString& key, const QVariant& value) {
        constexpr double farthest = 1e6;
        QPointF at = value.toPointF();
        bool isPoint = value.canConvert<QPointF>() && std::abs(at.x()) < farthest && std::abs(at.y()) < farthest;
        if (auto place = placeOfWord(key); place && isPoint) choices.pins.insert(*place, at);
    });
    eachOf(map, QStringLiteral("forms"), [&](const QString& key, const QVariant& value) {
        auto place = placeOfWord(key);
        if (auto form = formOfWord(value.toString()); place && form) choices.forms.insert(*place, *form);
    });
    eachOf(map, QStringLiteral("formsOfTypes"), [&](const QString& key, const QVariant& value) {
        if (auto form = formOfWord(value.toString()); form && !key.isEmpty()) choices.formsOfTypes.insert(key, *form);
    });
    choices.treesAcross = map.value(QStringLiteral("trees")).toString() == QLatin1String("across");
    return choices;
}

}
