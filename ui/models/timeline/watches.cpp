// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/timeline/watches.h"

#include <algorithm>
#include <optional>

#include "core/replay/moments/short_text.h"
#include "core/replay/translatable.h"
#include "core/tape/tape.h"
#include "ui/state/document.h"

namespace memtape {

namespace {

constexpr int nextLook = 40; // ms, at what has arrived

// Of a thing that changes in place its kind alone: the words stay for as long as it is the same thing.
QString lastingText(const Reading& reading, ObjectId id) {
    return id ? QString::fromStdString(isContainer(reading.kind(id)) ? reading.title(id) : shortText(reading, id)) : QString();
}

}

Watches::Watches(Document& document, QObject* parent) : QObject(parent), m_document(document) {
    m_taking.setInterval(nextLook);
    connect(&m_taking, &QTimer::timeout, this, &Watches::take);
    connect(&document, &Document::runReplaced, this, &Watches::restart);
    connect(&document, &Document::recordingFinished, this, &Watches::restart); // there is more of it now
}

Watches::~Watches() = default;

QStringList Watches::expressions() const {
    QStringList texts;
    for (const Row& row : m_rows) texts.append(row.text);
    return texts;
}

void Watches::setExpressions(const QStringList& expressions) {
    m_rows.clear();
    for (const QString& text : expressions) append(text);
    restart();
}

Watches::Problem Watches::append(const QString& text) {
    FindPath path;
    const QByteArray utf8 = text.toUtf8();
    if (FindProblem problem = parsePath(utf8.toStdString(), path); !problem.sentence.empty())
        return {QString::fromUtf8(utf8.left(qsizetype(problem.at))).size(), std::move(problem.sentence)};
    const QString shown = QString::fromStdString(path.text);
    const bool isThere = std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.text == shown; });
    if (!isThere && count() >= most) return {0, MEMTAPE_TRANSLATABLE("memtape::TimeSearchWords", "twelve are watched already: take one away first")};
    if (!isThere) m_rows.push_back({.text = shown, .path = std::move(path)});
    return {};
}

Watches::Problem Watches::add(const QString& text) {
    const qsizetype before = count();
    Problem problem = append(text);
    if (count() == before) return problem;
    restart();
    Q_EMIT expressionsChanged();
    return problem;
}

void Watches::remove(qsizetype row) {
    if (row < 0 || row >= count()) return;
    m_rows.erase(m_rows.begin() + row);
    restart();
    Q_EMIT expressionsChanged();
}

void Watches::restart() {
    m_background.stop();
    m_taking.stop();
    m_arrivals.reset();
    m_looked = 0;
    std::vector<FindPath> paths;
    for (Row& row : m_rows) {
        row.curve = {};
        row.wasThere = false;
        paths.push_back(row.path);
    }
    Run* run = m_document.run();
    if (!m_rows.empty() && run && run->stepCount() && !m_document.isRecording()) {
        m_arrivals = std::make_shared<Arrivals>();
        m_background.start([this, paths, tape = run->tape(), arrivals = m_arrivals](const std::atomic<bool>& isOver) -> Background::Show {
            std::vector<qsizetype> texts(paths.size(), 0);
            auto tell = [&](size_t row, uint64_t step, const WatchedValue& value, const Reading& reading) {
                QString text;
                if (value.kind == WatchedValue::Kind::Other && texts[row]++ < WatchCurve::mostTexts) text = lastingText(reading, value.object);
                std::lock_guard lock(arrivals->mutex);
                arrivals->changes.push_back({row, step, value, std::move(text)});
                arrivals->looked = step;
                if (!arrivals->isTold) QMetaObject::invokeMethod(this, &Watches::take, Qt::QueuedConnection); // the first is shown at once
                arrivals->isTold = true;
            };
            const WatchResult result = watch(
                tape, paths, tell,
                [&](uint64_t steps) {
                    std::lock_guard lock(arrivals->mutex);
                    arrivals->looked = steps;
                },
                &isOver);
            return [this, result] {
                for (size_t row = 0; row < m_rows.size() && row < result.wasThere.size(); row++) m_rows[row].wasThere = result.wasThere[row];
                take();
                m_looked = result.steps;
                m_taking.stop();
                Q_EMIT changed();
            };
        });
        m_taking.start();
    }
    Q_EMIT changed();
}

void Watches::take() {
    std::vector<Arrival> changes;
    if (m_arrivals) {
        std::lock_guard lock(m_arrivals->mutex);
        changes.swap(m_arrivals->changes);
        m_looked = m_arrivals->looked;
    }
    for (const Arrival& change : changes) m_rows[change.row].curve.add(change.step, change.value, change.text);
    if (!changes.empty()) Q_EMIT changed();
}

QString Watches::valueAt(qsizetype row, uint64_t step) const {
    Run* run = m_document.run();
    const std::shared_ptr<const Reading> reading = run ? run->readingAt(step) : nullptr;
    if (!reading) return {};
    const WatchedValue value = watchedAt(*reading, m_rows[size_t(row)].path);
    if (value.kind == WatchedValue::Kind::Absent) return {};
    return value.object ? QString::fromStdString(shortText(*reading, value.object)) : QString::number(value.number, 'f', 0);
}

std::optional<uint64_t> Watches::nextChange(qsizetype row, uint64_t step, bool backwards) const {
    const QVector<WatchPoint>& points = curve(row).points();
    qsizetype at = curve(row).pointAt(step);
    if (!backwards) at++;
    else if (at >= 0 && points[at].step == step) at--;
    if (at < 0 || at >= points.size()) return std::nullopt;
    return points[at].step;
}

}
