// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/heap/heap_search.h"

#include <QElapsedTimer>

#include "ui/models/heap/object_way.h"
#include "ui/models/picture/object_text.h"

namespace memtape {

namespace {

constexpr qint64 turn = 8;        // milliseconds
constexpr size_t fewObjects = 64; // between looks at the clock

}

HeapSearch::HeapSearch(QObject* parent) : QObject(parent) {
    m_more.setSingleShot(true);
    m_more.setInterval(0);
    connect(&m_more, &QTimer::timeout, this, [this] {
        takeTurn();
        Q_EMIT advanced();
    });
}

void HeapSearch::start(std::shared_ptr<const Reading> reading, const HeapCensus& census, const QString& text) {
    m_walk.reset();
    m_reading = std::move(reading);
    m_census = &census;
    m_text = text;
    m_types.clear();
    m_wanted.assign(census.size(), false);
    m_next = 0;
    takeTurn();
}

void HeapSearch::stop() {
    finish();
    m_text.clear();
    m_wanted.clear();
}

void HeapSearch::finish() {
    m_more.stop();
    m_walk.reset();
    m_reading.reset();
}

bool HeapSearch::means(const HeapObject& object) {
    auto type = m_types.constFind(object.type);
    if (type == m_types.constEnd())
        type = m_types.insert(object.type, QString::fromStdString(m_reading->state().type(object.type).name).contains(m_text, Qt::CaseInsensitive));
    if (*type) return true;
    for (const QString& text : {ObjectText::brief(*m_reading, object.id), ObjectText::preview(*m_reading, object.id)}) // as pictures and rows have it
        if (text.contains(m_text, Qt::CaseInsensitive)) return true;
    if (!m_walk) m_walk = std::make_unique<NameWalk>(*m_reading, wayRule);
    return wayTo(*m_reading, *m_walk, object.id).contains(m_text, Qt::CaseInsensitive);
}

void HeapSearch::takeTurn() {
    QElapsedTimer clock;
    clock.start();
    for (size_t looked = 0; m_next < m_census->size(); ++m_next, ++looked) {
        if (looked % fewObjects == fewObjects - 1 && clock.elapsed() >= turn) return m_more.start();
        m_wanted[m_next] = means((*m_census)[m_next]);
    }
    finish();
}

}
