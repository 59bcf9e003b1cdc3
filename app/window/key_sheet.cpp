// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/key_sheet.h"

#include <QAction>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>
#include <algorithm>

#include "app/window/menus.h"
#include "ui/controls/actions.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr int mostColumns = 3, columnWidth = 420;

// What handleKey() of Playback and of PictureCommands take: they need no modifier, so they work in picture and timeline only.
struct PlainKeys {
    const char *keys, *text; // the text is translated in the context memtape::KeySheet
};
constexpr PlainKeys plainKeys[] = {
    {"\u2190  \u2192", QT_TRANSLATE_NOOP("memtape::KeySheet", "Step back, step")},
    {"\u2191  \u2193", QT_TRANSLATE_NOOP("memtape::KeySheet", "Step out, step over")},
    {"PageUp  PageDown", QT_TRANSLATE_NOOP("memtape::KeySheet", "Step back, step (as presenters' remotes do)")},
    {"F5  Esc  .  B  S", QT_TRANSLATE_NOOP("memtape::KeySheet", "In class view: begin, end, black, black, spotlight")},
    {"Home  End", QT_TRANSLATE_NOOP("memtape::KeySheet", "First step, last step")},
    {"Space", QT_TRANSLATE_NOOP("memtape::KeySheet", "Play, or pause")},
    {"?", QT_TRANSLATE_NOOP("memtape::KeySheet", "All keys on one sheet")},
    {"L", QT_TRANSLATE_NOOP("memtape::KeySheet", "Legend")},
    {"F", QT_TRANSLATE_NOOP("memtape::KeySheet", "Fit the whole picture")},
    {"Enter", QT_TRANSLATE_NOOP("memtape::KeySheet", "Inspect what is selected")},
    {"Shift+\u2190 \u2192 \u2191 \u2193", QT_TRANSLATE_NOOP("memtape::KeySheet", "In a group of like objects: the tile beside, above, below")},
    {"Shift+Enter", QT_TRANSLATE_NOOP("memtape::KeySheet", "Draw the selected tile as a box of its own")},
    {"1 \u2026 9", QT_TRANSLATE_NOOP("memtape::KeySheet", "Answer a lesson's question")},
    {"\u2191  \u2193  Delete", QT_TRANSLATE_NOOP("memtape::KeySheet", "Where arrows are drawn: choose a dot, choose a dot, take its arrow away")},
    {"Esc", QT_TRANSLATE_NOOP("memtape::KeySheet", "Select nothing; in the program text: go to the picture")},
};

}

KeySheet::KeySheet(const Actions& actions, const Appearance& appearance, QWidget& window) : QFrame(&window, Qt::Popup), m_appearance(appearance) {
    setAttribute(Qt::WA_DeleteOnClose);
    setProperty("look", "popup");
    setAccessibleName(tr("Keys"));
    auto* page = new QWidget;
    auto* across = new QHBoxLayout(page);
    across->setContentsMargins(20, 14, 20, 16);
    across->setSpacing(28);
    QVector<QGridLayout*> grids;
    const int columns = std::clamp(window.width() / appearance.scaled(columnWidth), 1, mostColumns);
    for (int i = 0; i < columns; ++i) {
        auto* grid = new QGridLayout;
        grid->setHorizontalSpacing(14);
        grid->setVerticalSpacing(3);
        grid->setColumnStretch(1, 1);
        across->addLayout(grid, 1);
        grids.append(grid);
    }
    // Each group goes to the column that is the shortest so far.
    auto shortest = [&]() -> QGridLayout& {
        return **std::min_element(grids.begin(), grids.end(), [](const QGridLayout* a, const QGridLayout* b) { return a->count() < b->count(); });
    };
    auto keysOf = [](const QAction& action) {
        QStringList texts;
        for (const QKeySequence& key : action.shortcuts()) texts.append(key.toString(QKeySequence::NativeText));
        return texts.join(QStringLiteral("  "));
    };
    QVector<ActionId> told;
    for (const MenuRow& menu : menuTable()) {
        QGridLayout* grid = nullptr;
        for (const auto& entry : menu.entries) {
            if (!entry || actions[*entry]->shortcuts().isEmpty()) continue;
            if (!grid) {
                grid = &shortest();
                addHeading(*grid, menu.name());
            }
            addRow(*grid, keysOf(*actions[*entry]), actions[*entry]->text());
            told.append(*entry);
        }
    }
    QGridLayout* others = nullptr; // of other menus, and of none
    for (const ActionRow& row : actionTable()) {
        if (told.contains(row.id) || actions[row.id]->shortcuts().isEmpty()) continue;
        if (!others) {
            others = &shortest();
            addHeading(*others, tr("Others"));
        }
        addRow(*others, keysOf(*actions[row.id]), actions[row.id]->text());
    }
    QGridLayout& last = shortest();
    addHeading(last, tr("In picture and timeline"));
    for (const PlainKeys& row : plainKeys) addRow(last, QString::fromUtf8(row.keys), tr(row.text));
    for (QGridLayout* grid : std::as_const(grids)) grid->setRowStretch(grid->rowCount(), 1);
    m_scroll = new QScrollArea;
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->addWidget(m_scroll);
    resize(page->sizeHint() + QSize(4, 4));
}

void KeySheet::addHeading(QGridLayout& grid, const QString& text) {
    auto* heading = new QLabel(text);
    heading->setProperty("look", "title");
    heading->setContentsMargins(0, grid.count() ? m_appearance.scaled(10) : 0, 0, m_appearance.scaled(2));
    grid.addWidget(heading, grid.rowCount(), 0, 1, 2);
}

void KeySheet::addRow(QGridLayout& grid, const QString& keys, const QString& text) {
    auto *key = new QLabel(keys), *what = new QLabel(text);
    key->setFont(m_appearance.code(12.5));
    what->setProperty("look", "quiet");
    int row = grid.rowCount();
    grid.addWidget(key, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
    grid.addWidget(what, row, 1, Qt::AlignLeft | Qt::AlignVCenter);
}

void KeySheet::openOver(const QWidget& window) {
    QSize most = window.size() - QSize(40, 40);
    resize(size().boundedTo(most));
    move(window.mapToGlobal(window.rect().center()) - rect().center());
    show();
    setFocus();
}

// Where the sheet is larger than the window it can be moved; any other key closes it.
void KeySheet::keyPressEvent(QKeyEvent* event) {
    auto go = [](QScrollBar* bar, QAbstractSlider::SliderAction action) { bar->triggerAction(action); };
    switch (event->key()) {
    case Qt::Key_Down: go(m_scroll->verticalScrollBar(), QAbstractSlider::SliderSingleStepAdd); break;
    case Qt::Key_Up: go(m_scroll->verticalScrollBar(), QAbstractSlider::SliderSingleStepSub); break;
    case Qt::Key_PageDown: go(m_scroll->verticalScrollBar(), QAbstractSlider::SliderPageStepAdd); break;
    case Qt::Key_PageUp: go(m_scroll->verticalScrollBar(), QAbstractSlider::SliderPageStepSub); break;
    default: close();
    }
    event->accept();
}

}
