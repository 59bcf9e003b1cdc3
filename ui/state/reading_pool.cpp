// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/reading_pool.h"

namespace memtape {

namespace {

constexpr size_t mostKept = 2; // readers, while nobody holds their states

}

std::shared_ptr<const Reading> ReadingPool::readingAt(uint64_t step) {
    for (const auto& held : m_readers)
        if (held.use_count() > 1 && held->reader->currentStep() == step) return {held, &held->reader->reading()};
    dropSpare();
    std::shared_ptr<Standing> chosen = freeNear(step);
    bool isNew = !chosen;
    if (isNew) chosen = std::make_shared<Standing>(m_replay);
    if (!chosen->reader->seek(step)) return nullptr;
    if (isNew) m_readers.push_back(chosen);
    return {chosen, &chosen->reader->reading()};
}

std::shared_ptr<ReadingPool::Standing> ReadingPool::freeNear(uint64_t step) {
    std::shared_ptr<Standing> nearest;
    auto distance = [step](const Standing& standing) {
        uint64_t at = standing.reader->currentStep();
        return at > step ? at - step : step - at;
    };
    for (const auto& standing : m_readers)
        if (standing.use_count() == 1 && (!nearest || distance(*standing) < distance(*nearest))) nearest = standing;
    return nearest;
}

void ReadingPool::dropSpare() {
    for (size_t i = m_readers.size(); i-- > 0 && m_readers.size() > mostKept;)
        if (m_readers[i].use_count() == 1) m_readers.erase(m_readers.begin() + ptrdiff_t(i));
}

}
