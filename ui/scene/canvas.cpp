// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/scene/canvas.h"

#include <QAccessible>
#include <QEvent>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/models/draw/draw_task.h"
#include "ui/models/figures.h"
#include "ui/models/picture/kept_boxes.h"
#include "ui/models/picture/object_text.h"
#include "ui/scene/canvas_header.h"
#include "ui/scene/canvas_menu.h"
#include "ui/scene/chosen_layout.h"
#include "ui/scene/groups/tile_grid.h"
#include "ui/scene/memory_scene.h"
#include "ui/scene/memory_view.h"
#include "ui/scene/spoken_text.h"
#include "ui/scene/step_motion.h"
#include "ui/scene/telling_places.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/selection.h"
#include "ui/style/appearance.h"
#include "ui/style/metrics.h"

namespace memtape {

namespace {

constexpr int resizeRest = 150;      // ms
constexpr uint64_t planAtOnce = 300; // steps: fewer are planned before the next paint

// Whether the run is laid out anew for it: a bar that comes or goes above the picture moves no box.
bool isOtherSize(QSizeF planned, QSizeF now) {
    constexpr double bars = 96;
    return std::abs(now.width() - planned.width()) >= metrics::lane || std::abs(now.height() - planned.height()) >= bars;
}

}

Canvas::Canvas(Document& document, Cursor& cursor, Selection& selection, Appearance& appearance, QWidget* parent)
    : QWidget(parent),
      m_document(document),
      m_cursor(cursor),
      m_selection(selection),
      m_appearance(appearance) {
    m_memory = std::make_unique<PictureMemory>();
    m_scene = new MemoryScene(this);
    m_view = new MemoryView(*m_scene);
    m_header = new CanvasHeader(appearance, *m_view);
    connect(m_header, &CanvasHeader::heapClicked, this, &Canvas::heapListRequested);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);

    connect(m_view, &MemoryView::viewportChanged, m_header, qOverload<>(&QWidget::update));
    // Another size lays the run out anew, once the window's edge rests.
    m_resized.setSingleShot(true);
    m_resized.setInterval(resizeRest);
    connect(m_view, &MemoryView::resized, &m_resized, qOverload<>(&QTimer::start));
    connect(&m_resized, &QTimer::timeout, this, [this] {
        if (isOtherSize(m_options.view, m_view->naturalSize())) optionsChanged();
    });
    connect(&cursor, &Cursor::stepChanged, this, &Canvas::refresh);
    connect(&document, &Document::runReplaced, this, [this] {
        m_options.opened.clear();
        m_options.hidden.clear();
        m_options.hiddenTypes.clear();
        m_options.shown.clear();
        m_options.unfoldRecursion = false;
        m_memory->reset();
        if (m_choicesOf != m_document.title()) m_choices = {};
        m_choicesOf = m_document.title();
        m_options.tree = m_choices.treesAcross ? TreeDirection::Across : TreeDirection::Fit;
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
    connect(m_scene, &MemoryScene::objectPicked, &selection,
            [&selection](ObjectId id, const std::optional<RefPlace>& row) { selection.select(id, row); });
    connect(&selection, &Selection::hoverChanged, this, [this] { m_scene->setHovered(m_selection.hovered()); });
    connect(&selection, &Selection::objectChanged, this, [this] { m_scene->setSelected(m_selection.object(), m_selection.row()); });
    connect(
        m_scene, &MemoryScene::unfoldRequested, this,
        [this] {
            m_options.unfoldRecursion = true;
            refresh();
        },
        Qt::QueuedConnection);
    connect(m_scene, &MemoryScene::moreRequested, this, &Canvas::showMore, Qt::QueuedConnection);
    connect(m_scene, &MemoryScene::groupOpened, this, &Canvas::openMembers, Qt::QueuedConnection);
    connect(m_scene, &MemoryScene::openRequested, this, &Canvas::toggleOpen, Qt::QueuedConnection);
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

Canvas::~Canvas() = default;

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

void Canvas::setTreesAcross(bool on) {
    if (m_choices.treesAcross == on) return;
    m_choices.treesAcross = on;
    choose();
}

void Canvas::setChoices(const PictureChoices& choices) {
    m_choicesOf = m_document.title();
    if (m_choices == choices) return;
    m_choices = choices;
    optionsChanged();
}

void Canvas::setCompared(std::shared_ptr<const ComparedMarks> compared) {
    if (m_options.compared == compared) return;
    m_options.compared = std::move(compared);
    refresh(); // the layout knows no marks
}

void Canvas::setEvaluation(const Evaluation& evaluation) {
    if (evaluation == m_evaluation) return;
    auto isSeen = [this](const Evaluation& each) { return each.step == m_cursor.step() && !each.stack.isEmpty(); };
    const bool changes = isSeen(evaluation) || isSeen(m_evaluation); // that of another step goes with the picture of that, which may move
    m_evaluation = evaluation;
    if (changes) refresh();
}

void Canvas::choose() {
    optionsChanged();
    Q_EMIT choicesChanged();
}

void Canvas::startPlan() {
    m_planning.stop();
    Run* run = m_document.run();
    if (!run || run->stepCount() == 0) {
        m_scene->setPlan({});
        return;
    }
    m_options.tree = m_choices.treesAcross ? TreeDirection::Across : TreeDirection::Fit;
    m_options.forms = formsChosen(*run, m_choices);
    const bool isResized = m_planned && isOtherSize(m_options.view, m_view->naturalSize());
    if (!m_planned || isResized) {
        m_options.view = m_view->naturalSize();
        m_options.stackLines = m_options.view.height() / metrics::rowHeight;
    }
    if (run->stepCount() <= planAtOnce) {
        takePlan(planRun(*run->clone(), m_options));
        return;
    }
    // Until the plan is there, boxes get free places, or stand where they stood.
    RunPlan empty;
    empty.detail = m_options.detail;
    if (m_scene->plan().detail != empty.detail || !isResized) m_scene->setPlan(empty);
    if (m_document.isRecording()) return; // planned once it is whole
    m_planning.start([this, options = m_options, reader = std::shared_ptr<Run>(run->clone())](const std::atomic<bool>& isOver) -> Background::Show {
        auto plan = std::make_shared<RunPlan>(planRun(*reader, options, &isOver));
        return [this, plan] {
            takePlan(*plan);
            refresh();
        };
    });
}

void Canvas::takePlan(const RunPlan& plan) {
    const bool first = !m_planned;
    m_planned = true;
    m_scene->setPlan(plan);
    if (m_document.run()) applyPins(m_scene->plan(), *m_document.run(), m_choices);
    if (first) m_view->home();
}

void Canvas::keepPin(ObjectId id, QPointF where) {
    m_scene->plan().pin(id, where, m_scene->picture());
    if (auto place = birthPlace(id)) m_choices.pins.insert(*place, where);
    refresh();
    Q_EMIT choicesChanged();
}

std::optional<PictureChoices::BirthPlace> Canvas::birthPlace(ObjectId id) const { return birthPlaceOf(*m_document.run(), id); }

bool Canvas::isPinned(ObjectId id) const {
    const auto place = birthPlace(id);
    return place && m_choices.pins.contains(*place);
}

FormChoice Canvas::formOf(ObjectId id) const {
    const auto place = birthPlace(id);
    return place ? m_choices.forms.value(*place) : FormChoice::Automatic;
}

void Canvas::forgetPin(ObjectId id) {
    if (auto place = birthPlace(id)) m_choices.pins.remove(*place);
    choose();
}

void Canvas::chooseForm(ObjectId id, FormChoice choice) {
    auto place = birthPlace(id);
    if (!place) return;
    if (choice == FormChoice::Automatic) m_choices.forms.remove(*place);
    else m_choices.forms.insert(*place, choice);
    choose();
}

void Canvas::chooseFormOfType(const QString& type, FormChoice choice) {
    if (choice == FormChoice::Automatic) m_choices.formsOfTypes.remove(type);
    else m_choices.formsOfTypes.insert(type, choice);
    choose();
}

// One after the other, round and round.
void Canvas::revealNextChange() {
    const QVector<ObjectId> changed = m_view->changedOutOfSight();
    if (changed.isEmpty()) return;
    auto next = std::find_if(changed.begin(), changed.end(), [&](ObjectId id) { return id.life > m_lastRevealed.life; });
    m_lastRevealed = next == changed.end() ? changed.first() : *next;
    revealObject(m_lastRevealed);
}

void Canvas::showMore(ObjectId id) {
    auto known = std::find_if(m_options.shown.begin(), m_options.shown.end(), [&](const auto& pair) { return pair.first == id; });
    if (known == m_options.shown.end()) m_options.shown.append({id, 40});
    else known->second *= 4;
    optionsChanged();
}

void Canvas::toggleOpen(ObjectId id) {
    const BoxPicture* box = picture().findBox(id);
    if (!box) {
        m_options.hidden.removeAll(id);
        m_options.opened.append(id);
        optionsChanged();
    } else if (m_options.opened.removeAll(id)) {
        optionsChanged();
    } else if (std::any_of(box->rows.begin(), box->rows.end(), [](const RowPicture& row) { return row.kind == RowKind::More; })) {
        showMore(id);
    }
}

void Canvas::openMembers(const QVector<ObjectId>& members) {
    m_options.opened += members;
    optionsChanged();
    if (!members.isEmpty()) revealObject(members.first());
}

void Canvas::setDrawing(DrawTask* task) {
    m_drawing = task;
    m_scene->setDrawing(task);
    refresh();
}

void Canvas::refresh() {
    Run* run = m_document.run();
    m_selection.hover({}); // the items go, and would not tell that the mouse has left them
    if (!run || run->stepCount() == 0) {
        m_scene->clearPicture();
    } else {
        bool moves = movesTo(m_cursor.step());
        Picture now = buildPicture(*run, m_cursor.step(), m_options, *m_memory);
        if (m_drawing) now = m_drawing->over(now);
        else if (m_evaluation.step == m_cursor.step() && !m_evaluation.stack.isEmpty())
            addEvaluationRows(now, *run->readingAt(m_cursor.step()), m_evaluation);
        m_scene->show(now, moves);
        if (m_follow) follow();
        followRow();
    }
    m_view->setAccessibleDescription(spokenText(run, picture(), QAccessible::isActive() && !m_drawing)); // the story tells where arrows lead
    updateHeader();
    updatePlaceholder();
    Q_EMIT pictureChanged();
}

// A step to the next or the one before is shown moving; not while keys repeat, the timeline is dragged or a play runs faster than that, and
// not where the desktop asks for less motion.
bool Canvas::movesTo(uint64_t step) {
    constexpr qint64 rest = 2 * StepMotion::duration;
    bool isCalm = !m_sinceStep.isValid() || m_sinceStep.elapsed() > rest;
    m_sinceStep.start();
    uint64_t before = picture().step;
    bool isNeighbour = !picture().cards.isEmpty() && (step == before + 1 || step + 1 == before);
    return m_motion && isCalm && isNeighbour && isVisible() && style()->styleHint(QStyle::SH_Widget_Animate, nullptr, this);
}

// The running frame stays in sight, and beside it as much of what the step is about as there is room for. What an error is comes before the rest of
// the frame that it comes up in, whose head stays then.
void Canvas::follow() {
    constexpr double badge = metrics::badgeHeight + 14;
    const QRectF running = m_scene->runningRect().adjusted(0, 0, 0, m_scene->runningRect().isNull() ? 0 : badge);
    const QVector<QRectF> telling = tellingPlaces(*m_scene);
    if (const QRectF raised = raisedRow(*m_scene); !raised.isNull() && !telling.isEmpty()) {
        using Above = MemoryView::Above;
        for (const auto& [stack, above] :
             {std::pair(running, Above::Names), std::pair(raised, Above::NamesAndHead), std::pair(raised, Above::Head)}) {
            if (!m_view->hasRoomFor(stack, telling.first(), above)) continue;
            m_view->showMost(stack, telling, above);
            return;
        }
    }
    if (!m_view->showMost(running, telling)) m_view->showRect(running);
}

// The selected row shows what it refers to now; when it is gone, the object stays selected.
void Canvas::followRow() {
    if (!m_selection.row()) return;
    for (const Pick& pick : picks())
        if (pick.row == m_selection.row()) {
            m_selection.select(pick.object, pick.row);
            return;
        }
    m_selection.select(m_selection.object());
}

QVector<Canvas::Pick> Canvas::picks() const {
    QVector<Pick> all;
    if (m_drawing) return all; // what is selected tells where its arrows lead
    for (const CardPicture& card : picture().cards)
        for (const RowPicture& row : card.rows)
            if (row.ref.id) all.append({row.ref.id, placeOf(card, row)});
    for (const BoxPicture& box : picture().boxes) {
        if (box.ghost) continue;
        if (box.isObject()) all.append({box.id, std::nullopt});
        if (box.group && !box.group->members.isEmpty()) { // as one, at the tile that was chosen
            const bool isHere = !m_selection.row() && box.group->placeOf(m_selection.object()) >= 0;
            all.append({isHere ? m_selection.object() : box.group->members.first().id, std::nullopt});
        }
        for (const RowPicture& row : box.rows)
            if (row.ref.id) all.append({row.ref.id, placeOf(box, row)});
    }
    return all;
}

void Canvas::setFollow(bool on) {
    m_follow = on;
    if (on) refresh();
}

void Canvas::updateHeader() {
    const Picture& now = picture();
    m_header->stackTitle = now.language.isEmpty() ? tr("Call stack") : tr("Call stack (%1 frames)").arg(now.language);
    m_header->heapTitle = tr("Heap");
    if (now.cards.isEmpty()) {
        m_header->stackFacts.clear();
        m_header->heapFacts.clear();
    } else {
        m_header->stackFacts = tr("%1 of %2 calls").arg(now.calls).arg(now.callLimit);
        QString objects = now.heapObjects == 1 ? tr("1 object of this program") : tr("%1 objects of this program").arg(wholeFigure(now.heapObjects));
        m_header->heapFacts = tr("%1, %2").arg(objects, ObjectText::bytes(now.heapBytes));
        if (now.hiddenObjects)
            m_header->heapFacts = tr("only %1 drawn as boxes").arg(now.boxes.size()) + QStringLiteral(" \u00B7 ") + m_header->heapFacts;
    }
    if (now.isCompared && !now.cards.isEmpty()) m_header->heapFacts = tr("marks: what differs") + QStringLiteral(" \u00B7 ") + m_header->heapFacts;
    m_header->setToolTip(tr(
        "The heap figure counts what this program made: not what was there before its first line, and not the memory of the process. Click to list what is counted."));
    m_header->setAccessibleName(m_header->stackTitle + QStringLiteral(", ") + m_header->stackFacts);
    m_view->setAccessibleName(tr("Stack and heap"));
    m_header->update();
}

void Canvas::updatePlaceholder() {
    bool isEmpty = !picture().cards.isEmpty() && picture().boxes.isEmpty();
    if (!isEmpty) m_view->setHeapNote({});
    else if (m_options.everyObjectAsBox) m_view->setHeapNote(tr("No name refers to an object here."));
    else m_view->setHeapNote(tr("No object has a box here yet: small and shared ones are drawn where they are referred to."));
    if (m_document.run() && m_document.stepCount() > 0) m_view->setPlaceholder({});
    else if (m_document.isRecording()) m_view->setPlaceholder(tr("Recording…"));
    else if (m_document.problem()) m_view->setPlaceholder(tr("The program cannot run until its syntax error is mended."));
    else m_view->setPlaceholder(tr("Press F5 to record this program."));
}

// As they are read: what the names refer to, then box by box.
void Canvas::selectNeighbour(bool backwards) {
    QVector<Pick> all = picks();
    if (all.isEmpty()) return;
    qsizetype at = all.indexOf(Pick{m_selection.object(), m_selection.row()});
    if (at < 0) at = backwards ? 0 : -1;
    const Pick& to = all[(at + (backwards ? -1 : 1) + all.size()) % all.size()];
    m_selection.select(to.object, to.row);
    revealObject(to.object);
}

const GroupPicture* Canvas::groupOfSelected() const {
    if (m_drawing || !m_selection.object()) return nullptr;
    for (const BoxPicture& box : picture().boxes)
        if (box.group && box.group->placeOf(m_selection.object()) >= 0) return box.group.get();
    return nullptr;
}

bool Canvas::selectTile(int across, int down) {
    const GroupPicture* group = groupOfSelected();
    if (!group) return false;
    const TileGrid grid(group->members.size());
    const int tile = grid.tileOf(group->placeOf(m_selection.object())), to = tile + across + down * grid.columns();
    if (to < 0 || to >= grid.tiles()) return true; // at the edge it stays
    const ObjectId chosen = group->members[to * grid.perTile()].id;
    m_selection.select(chosen);
    revealObject(chosen);
    return true;
}

bool Canvas::openSelectedTile() {
    const GroupPicture* group = groupOfSelected();
    if (!group) return false;
    const ObjectId chosen = m_selection.object();
    if (!group->opened.contains(chosen)) openMembers({chosen});
    return true;
}

// One that has no box is in sight where it was picked.
void Canvas::revealObject(ObjectId id) {
    if (QRectF place = m_scene->rectOf(id); !place.isNull()) m_view->showRect(place.adjusted(-20, -20, 20, 20));
}

void Canvas::showMenu(ObjectId id, const std::optional<RefPlace>& row, QPoint where) {
    if (m_drawing) return; // it would tell where the arrows lead
    Run* run = m_document.run();
    auto reading = run ? run->readingAt(m_cursor.step()) : nullptr;
    if (reading) CanvasMenu(*this, *reading, m_cursor, m_selection).show(id, row, where);
}

void Canvas::hide(ObjectId id) {
    m_options.opened.removeAll(id);
    m_options.hidden.append(id);
    optionsChanged();
}

void Canvas::hideType(uint32_t type) {
    m_options.hiddenTypes.append(type);
    optionsChanged();
}

void Canvas::drawAsBox(ObjectId id, uint32_t type) {
    m_options.hidden.removeAll(id);
    m_options.hiddenTypes.removeAll(type);
    m_options.opened.append(id);
    optionsChanged();
}

void Canvas::putOpenedBack() {
    m_options.opened.clear();
    optionsChanged();
}

void Canvas::foldRecursion() {
    m_options.unfoldRecursion = false;
    optionsChanged();
}

bool Canvas::hasHidden() const { return !m_options.hidden.isEmpty() || !m_options.hiddenTypes.isEmpty() || !m_options.opened.isEmpty(); }

void Canvas::showHidden() {
    m_options.hidden.clear();
    m_options.hiddenTypes.clear();
    m_options.opened.clear();
    optionsChanged();
}

}
