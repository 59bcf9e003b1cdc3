// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/chosen_layout.h"

#include <algorithm>
#include <vector>

#include "ui/state/run.h"

namespace memtape {

namespace {

// In the order of the lives, which is that of birth.
std::vector<PictureChoices::BirthPlace> birthPlaces(const std::vector<Life>& lives) {
    std::vector<PictureChoices::BirthPlace> places;
    places.reserve(lives.size());
    QHash<uint32_t, uint32_t> made; // by line
    for (const Life& life : lives) places.push_back({life.madeAtLine, made[life.madeAtLine]++});
    return places;
}

Picture everDrawnBeside(const Life& life, const std::vector<Life>& lives, const RunPlan& plan) {
    Picture beside;
    for (const Life& other : lives) {
        const bool together = other.madeAt <= life.releasedAt && life.madeAt <= other.releasedAt;
        if (other.id == life.id || !together || !plan.places.contains(other.id)) continue;
        BoxPicture box;
        box.id = other.id;
        beside.boxes.append(box);
    }
    return beside;
}

}

std::optional<PictureChoices::BirthPlace> birthPlaceOf(Run& run, ObjectId id) {
    const std::vector<Life> lives = run.lives();
    const auto own = std::find_if(lives.begin(), lives.end(), [&](const Life& life) { return life.id == id; });
    if (own == lives.end()) return std::nullopt;
    const auto before = std::count_if(lives.begin(), own, [&](const Life& life) { return life.madeAtLine == own->madeAtLine; });
    return PictureChoices::BirthPlace{own->madeAtLine, uint32_t(before)};
}

ChosenForms formsChosen(Run& run, const PictureChoices& choices) {
    ChosenForms chosen;
    if (choices.forms.isEmpty() && choices.formsOfTypes.isEmpty()) return chosen;
    const auto state = run.stateAt(run.stepCount() - 1);
    const std::vector<Life> lives = run.lives();
    const auto places = birthPlaces(lives);
    for (size_t at = 0; at < lives.size(); ++at) {
        const Life& life = lives[at];
        if (auto form = choices.forms.constFind(places[at]); form != choices.forms.constEnd()) chosen.objects.insert(life.id, *form);
        if (!state || choices.formsOfTypes.isEmpty() || chosen.types.contains(life.type)) continue;
        const QString type = QString::fromStdString(state->type(life.type).name);
        if (auto form = choices.formsOfTypes.constFind(type); form != choices.formsOfTypes.constEnd()) chosen.types.insert(life.type, *form);
    }
    return chosen;
}

void applyPins(RunPlan& plan, Run& run, const PictureChoices& choices) {
    if (choices.pins.isEmpty()) return;
    const std::vector<Life> lives = run.lives();
    const auto places = birthPlaces(lives);
    for (size_t at = 0; at < lives.size(); ++at) {
        auto pin = choices.pins.constFind(places[at]);
        if (pin != choices.pins.constEnd() && plan.places.contains(lives[at].id))
            plan.pin(lives[at].id, *pin, everDrawnBeside(lives[at], lives, plan));
    }
}

}
