// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/canvas.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QMenu>
#include <QPainter>
#include <QPointer>
#include <QToolTip>
#include <QVBoxLayout>
#include <algorithm>

#include "ui/models/object_text.h"
#include "ui/scene/memory_scene.h"
#include "ui/scene/memory_view.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/selection.h"
#include "ui/style/appearance.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr uint64_t planAtOnce = 300; // steps: fewer are planned before the next paint

}

// The headings above the canvas: they follow the border between stack and heap as the view moves.
class CanvasHeader : public QWidget {
public:
    CanvasHeader(const Appearance& appearance, MemoryView& view) : m_appearance(appearance), m_view(view) { setFocusPolicy(Qt::NoFocus); }

    QString stackTitle, stackFacts, heapTitle, heapFacts;

    QSize sizeHint() const override { return {200, m_appearance.scaled(36)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const Palette& palette = m_appearance.palette();
        int border = std::clamp(m_view.mapFromScene(QPointF(metrics::stackWidth, 0)).x(), 0, width());
        auto ground = [&](Ink ink) {
            QColor a = palette[ink], b = palette[Ink::Panel];
            return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
        };
        painter.fillRect(QRect(0, 0, border, height()), ground(Ink::Stack));
        painter.fillRect(QRect(border, 0, width() - border, height()), ground(Ink::Heap));
        painter.setPen(palette[Ink::Hairline]);
        painter.drawLine(0, height() - 1, width(), height() - 1);
        painter.setPen(palette[Ink::Edge]);
        painter.drawLine(border, 0, border, height());
        heading(painter, QRect(0, 0, border, height()), stackTitle, stackFacts);
        heading(painter, QRect(border, 0, width() - border, height()), heapTitle, heapFacts);
    }

private:
    void heading(QPainter& painter, QRect where, const QString& title, const QString& facts) {
        int pad = m_appearance.scaled(16);
        QRect inner = where.adjusted(pad, 0, -pad, 0);
        if (inner.width() < 24) return;
        QFont titleFont = m_appearance.interface(13, true), factFont = m_appearance.interface(12);
        int titleWidth = QFontMetrics(titleFont).horizontalAdvance(title);
        int factWidth = QFontMetrics(factFont).horizontalAdvance(facts);
        painter.setFont(titleFont);
        painter.setPen(m_appearance[Ink::Text]);
        painter.drawText(inner, Qt::AlignLeft | Qt::AlignVCenter, QFontMetrics(titleFont).elidedText(title, Qt::ElideRight, inner.width()));
        int room = inner.width() - titleWidth - m_appearance.scaled(12);
        if (room < m_appearance.scaled(40)) return;
        painter.setFont(factFont);
        painter.setPen(m_appearance[Ink::QuietText]);
        painter.drawText(inner, Qt::AlignRight | Qt::AlignVCenter,
                         factWidth <= room ? facts : QFontMetrics(factFont).elidedText(facts, Qt::ElideRight, room));
    }

    const Appearance& m_appearance;
    MemoryView& m_view;
};

Canvas::Canvas(Document& document, Cursor& cursor, Selection& selection, Appearance& appearance, QWidget* parent)
    : QWidget(parent), m_document(document), m_cursor(cursor), m_selection(selection), m_appearance(appearance) {
    m_scene = new MemoryScene(this);
    m_view = new MemoryView(*m_scene);
    m_header = new CanvasHeader(appearance, *m_view);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);

    connect(m_view, &MemoryView::viewportChanged, m_header, qOverload<>(&QWidget::update));
    connect(&cursor, &Cursor::stepChanged, this, &Canvas::refresh);
    connect(&document, &Document::runReplaced, this, [this] {
        m_options.opened.clear();
        m_options.hidden.clear();
        m_options.shown.clear();
        m_options.unfoldRecursion = false;
        if (m_pinsOf != m_document.title()) m_pins.clear();
        m_pinsOf = m_document.title();
        m_planned = false;
        startPlan();
        refresh();
        m_view->home();
    });
    connect(&document, &Document::recordingFinished, this, [this] {
        if (m_document.run() && (!m_planned || m_scene->plan().steps != m_document.stepCount())) startPlan();
        refresh();
    });
    connect(&document, &Document::problemChanged, this, [this] {
        m_view->setGreyed(m_document.problem().has_value());
        updatePlaceholder();
    });
    connect(m_scene, &MemoryScene::objectHovered, &selection, &Selection::hover);
    connect(m_scene, &MemoryScene::objectPicked, &selection, &Selection::select);
    connect(&selection, &Selection::hoverChanged, this, [this] { m_scene->setHovered(m_selection.hovered()); });
    connect(&selection, &Selection::objectChanged, this, [this] { m_scene->setSelected(m_selection.object()); });
    connect(m_scene, &MemoryScene::unfoldRequested, this, [this] {
        m_options.unfoldRecursion = true;
        refresh();
    }, Qt::QueuedConnection);
    connect(m_scene, &MemoryScene::moreRequested, this, [this](ObjectId id) {
        auto known = std::find_if(m_options.shown.begin(), m_options.shown.end(), [&](const auto& pair) { return pair.first == id; });
        if (known == m_options.shown.end()) m_options.shown.append({id, 40});
        else known->second *= 4;
        optionsChanged();
    }, Qt::QueuedConnection);
    connect(m_scene, &MemoryScene::pinRequested, this, &Canvas::keepPin, Qt::QueuedConnection);
    connect(m_scene, &MemoryScene::menuRequested, this, &Canvas::showMenu, Qt::QueuedConnection);
    connect(&appearance, &Appearance::changed, this, [this] {
        m_scene->setPalette(m_appearance.palette());
        m_view->setBaseScale(m_appearance.textScale());
        m_header->updateGeometry();
        m_header->setFixedHeight(m_appearance.scaled(36));
        updateHeader();
    });
    m_header->setFixedHeight(appearance.scaled(36));
    m_scene->setPalette(appearance.palette());
    m_view->setBaseScale(appearance.textScale());
    updateHeader();
    updatePlaceholder();
}

Canvas::~Canvas() { stopPlan(); }

const Picture& Canvas::picture() const { return m_scene->picture(); }

void Canvas::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) refresh();
    QWidget::changeEvent(event);
}

void Canvas::optionsChanged() {
    startPlan();
    refresh();
}

void Canvas::setDetail(Detail detail) {
    if (m_options.detail == detail) return;
    m_options.detail = detail;
    optionsChanged();
}

void Canvas::setEveryObjectAsBox(bool on) {
    if (m_options.everyObjectAsBox == on) return;
    m_options.everyObjectAsBox = on;
    optionsChanged();
}

void Canvas::setNewestFirst(bool on) {
    if (m_options.newestFirst == on) return;
    m_options.newestFirst = on;
    optionsChanged();
}

void Canvas::setQuestionOpen(bool) { m_view->viewport()->update(); }

void Canvas::stopPlan() {
    ++m_generation;
    if (m_cancelPlan) m_cancelPlan->store(true);
    if (m_planner.joinable()) m_planner.join();
}

void Canvas::startPlan() {
    stopPlan();
    Run* run = m_document.run();
    if (!run || run->stepCount() == 0) {
        m_scene->setPlan({});
        return;
    }
    if (run->stepCount() <= planAtOnce) {
        takePlan(m_generation, planRun(*run->clone(), m_options));
        return;
    }
    // Until the plan is there, boxes get free places.
    RunPlan empty;
    empty.detail = m_options.detail;
    m_scene->setPlan(empty);
    if (m_document.isRecording()) return; // planned once it is whole
    m_cancelPlan = std::make_shared<std::atomic<bool>>(false);
    m_planner = std::thread([self = QPointer<Canvas>(this), generation = m_generation, cancel = m_cancelPlan, options = m_options,
                             run = std::shared_ptr<Run>(run->clone())] {
        auto plan = std::make_shared<RunPlan>(planRun(*run, options, cancel.get()));
        if (cancel->load()) return;
        QMetaObject::invokeMethod(self.data(), [self, generation, plan] {
            if (!self) return;
            self->takePlan(generation, *plan);
            self->refresh();
        }, Qt::QueuedConnection);
    });
}

void Canvas::takePlan(int generation, const RunPlan& plan) {
    if (generation != m_generation) return;
    bool first = !m_planned;
    m_planned = true;
    m_scene->setPlan(plan);
    applyPins();
    if (first) m_view->home();
}

void Canvas::applyPins() {
    if (m_pins.isEmpty() || !m_document.run()) return;
    QHash<uint32_t, uint32_t> ordinal;
    for (const Life& life : m_document.run()->lives()) {
        uint32_t n = ordinal[life.madeAtLine]++;
        auto pin = m_pins.constFind({life.madeAtLine, n});
        if (pin != m_pins.constEnd() && m_scene->plan().places.contains(life.id)) m_scene->plan().pin(life.id, *pin, Picture());
    }
}

void Canvas::keepPin(ObjectId id, QPointF where) {
    m_scene->plan().pin(id, where, m_scene->picture());
    QHash<uint32_t, uint32_t> ordinal;
    for (const Life& life : m_document.run()->lives()) {
        uint32_t n = ordinal[life.madeAtLine]++;
        if (life.id == id) m_pins.insert({life.madeAtLine, n}, where);
    }
    refresh();
}

void Canvas::refresh() {
    Run* run = m_document.run();
    if (!run || run->stepCount() == 0) {
        m_scene->clearPicture();
    } else {
        m_scene->show(buildPicture(*run, m_cursor.step(), m_options));
        if (m_follow) {
            m_view->showRect(m_scene->runningRect());
            for (const BoxPicture& box : picture().boxes)
                if (box.mark != Mark::None && picture().boxes.size() > 8) {
                    m_view->showRect(m_scene->rectOf(box.id));
                    break;
                }
        }
    }
    m_view->setAccessibleDescription(pictureText(picture()));
    updateHeader();
    updatePlaceholder();
    Q_EMIT pictureChanged();
}

void Canvas::updateHeader() {
    const Picture& now = picture();
    m_header->stackTitle = tr("Call stack (Python frames)");
    m_header->heapTitle = tr("Heap");
    if (now.cards.isEmpty()) {
        m_header->stackFacts.clear();
        m_header->heapFacts.clear();
    } else {
        m_header->stackFacts = tr("%1 of 1000 calls").arg(now.calls);
        QString objects = now.heapObjects == 1 ? tr("1 object of this program") : tr("%1 objects of this program").arg(now.heapObjects);
        m_header->heapFacts = tr("%1, %2").arg(objects, ObjectText::bytes(now.heapBytes));
    }
    m_header->setToolTip(tr("The heap figure counts what this program made: not what was there before its first line, and not the memory of the process."));
    m_header->setAccessibleName(m_header->stackTitle + QStringLiteral(", ") + m_header->stackFacts);
    m_view->setAccessibleName(tr("Stack and heap"));
    m_header->update();
}

void Canvas::updatePlaceholder() {
    if (m_document.run() && m_document.stepCount() > 0) m_view->setPlaceholder({});
    else if (m_document.isRecording()) m_view->setPlaceholder(tr("Recording…"));
    else if (m_document.problem()) m_view->setPlaceholder(tr("The program cannot run until its syntax error is mended."));
    else m_view->setPlaceholder(tr("Press F5 to record this program."));
}

void Canvas::selectNeighbour(bool backwards) {
    QVector<ObjectId> ids = m_scene->boxesInOrder();
    if (ids.isEmpty()) return;
    qsizetype at = ids.indexOf(m_selection.object());
    if (at < 0) at = backwards ? 0 : -1;
    at = (at + (backwards ? -1 : 1) + ids.size()) % ids.size();
    m_selection.select(ids[at]);
    revealObject(ids[at]);
}

void Canvas::revealObject(ObjectId id) { m_view->showRect(m_scene->rectOf(id).adjusted(-20, -20, 20, 20)); }

void Canvas::showMenu(ObjectId id, QPoint where) {
    Run* run = m_document.run();
    if (!run) return;
    QMenu menu(this);
    menu.addAction(tr("Inspect"), this, [this, id] { m_selection.select(id); });
    menu.addAction(tr("Hide this object"), this, [this, id] {
        m_options.hidden.append(id);
        optionsChanged();
    });
    if (!m_options.hidden.isEmpty())
        menu.addAction(tr("Show hidden objects again"), this, [this] {
            m_options.hidden.clear();
            optionsChanged();
        });
    menu.addSeparator();
    menu.addAction(tr("Copy as text"), this, [this] { QApplication::clipboard()->setText(pictureText(picture())); });
    menu.exec(where);
}

}
