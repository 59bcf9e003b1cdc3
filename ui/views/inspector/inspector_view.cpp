// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/inspector/inspector_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/models/picture/object_text.h"
#include "ui/models/sentences/basis_words.h"
#include "ui/models/sentences/inspector_facts.h"
#include "ui/models/sentences/inspector_words.h"
#include "ui/state/cursor.h"
#include "ui/state/document.h"
#include "ui/state/selection.h"
#include "ui/style/appearance.h"
#include "ui/views/clear_layout.h"
#include "ui/views/inspector/history_list.h"
#include "ui/views/inspector/while_seen.h"

namespace memtape {

InspectorView::InspectorView(Document& document, Cursor& cursor, Selection& selection, const Appearance& appearance, QWidget* parent)
    : QScrollArea(parent),
      m_document(document),
      m_cursor(cursor),
      m_selection(selection),
      m_appearance(appearance) {
    auto* page = new QWidget;
    m_rows = new QVBoxLayout(page);
    m_rows->setContentsMargins(16, 12, 16, 12);
    m_rows->setSpacing(4);
    setWidget(page);
    setWidgetResizable(true);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* seen = new WhileSeen(*this, [this] { refresh(); });
    connect(&selection, &Selection::objectChanged, seen, &WhileSeen::touch);
    connect(&cursor, &Cursor::stepChanged, seen, &WhileSeen::touch);
    connect(&document, &Document::runReplaced, this, [this] { m_selection.clear(); });
    connect(&appearance, &Appearance::changed, seen, &WhileSeen::touch);
}

void InspectorView::addLine() {
    auto* line = new QFrame;
    line->setProperty("look", "line");
    m_rows->addSpacing(4);
    m_rows->addWidget(line);
    m_rows->addSpacing(4);
}

void InspectorView::addHeading(const QString& text, const QString& basis) {
    auto* label = new QLabel(text);
    label->setToolTip(basis);
    label->setProperty("look", "title");
    label->setWordWrap(true);
    m_rows->addWidget(label);
}

void InspectorView::addFact(const Reading& reading, const InspectorWords& words, const Fact& fact) {
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    auto* name = new QLabel(words.label(fact));
    name->setProperty("look", "quiet");
    layout->addWidget(name, 0, Qt::AlignVCenter);
    layout->addStretch(1);
    if (fact.step || fact.object) {
        auto* link = new QPushButton;
        link->setText(words.value(fact));
        link->setProperty("look", "link");
        link->setCursor(Qt::PointingHandCursor);
        connect(link, &QToolButton::clicked, this, [this, fact] {
            if (fact.step) m_cursor.jumpTo(*fact.step);
            else showObject(fact.object);
        });
        layout->addWidget(link);
    } else {
        auto* text = new QLabel(words.value(fact));
        text->setProperty("look", fact.kind == Fact::Kind::Address ? "code" : "body");
        text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        layout->addWidget(text);
    }
    row->setToolTip(basisText(reading, fact.basisFact()));
    m_rows->addWidget(row);
}

void InspectorView::showObject(ObjectId id) {
    m_selection.select(id);
    m_selection.reveal(id);
}

void InspectorView::refresh() {
    setAccessibleName(tr("Inspector"));
    clearLayout(*m_rows);
    Run* run = m_document.run();
    auto reading = run && !m_selection.isEmpty() ? run->readingAt(m_cursor.step()) : nullptr;
    if (!reading) {
        auto* empty = new QLabel(tr("Click an object to see all about it."));
        empty->setWordWrap(true);
        empty->setProperty("look", "quiet");
        m_rows->addWidget(empty);
        m_rows->addStretch(1);
        return;
    }
    InspectorFacts facts = InspectorFacts::of(*run, m_cursor.step(), m_selection.object());
    InspectorWords words(*reading);
    auto* title = new QLabel(words.title(facts));
    title->setProperty("look", "headline");
    title->setToolTip(basisText(*reading, "type"));
    m_rows->addWidget(title);
    if (QString text = words.subtitle(facts); !text.isEmpty()) {
        auto* subtitle = new QLabel(text);
        subtitle->setProperty("look", "quiet");
        subtitle->setWordWrap(true);
        m_rows->addWidget(subtitle);
    }
    for (const Fact& fact : facts.facts) addFact(*reading, words, fact);
    if (facts.isAlive) {
        addLine();
        addHeading(InspectorWords::sum(facts.sum), basisText(*reading, "refcount"));
        for (const HolderFact& holder : facts.holders) {
            auto* row = new QWidget;
            auto* layout = new QHBoxLayout(row);
            layout->setContentsMargins(0, 0, 0, 0);
            layout->setSpacing(10);
            int whereWidth = m_appearance.scaled(84);
            auto* where = new QLabel(QFontMetrics(m_appearance.interface(13)).elidedText(words.where(holder), Qt::ElideRight, whereWidth));
            where->setToolTip(words.where(holder));
            where->setProperty("look", "quiet");
            where->setFixedWidth(whereWidth);
            layout->addWidget(where);
            if (holder.holder && reading->state().isAlive(holder.holder)) {
                auto* link = new QPushButton;
                link->setText(words.what(holder));
                link->setProperty("look", "codelink");
                link->setCursor(Qt::PointingHandCursor);
                connect(link, &QToolButton::clicked, this, [this, id = holder.holder] { showObject(id); });
                layout->addWidget(link);
                layout->addStretch(1);
            } else {
                auto* what = new QLabel(words.what(holder));
                what->setProperty("look", "code");
                what->setWordWrap(true);
                layout->addWidget(what, 1);
            }
            m_rows->addWidget(row);
        }
    }
    if (std::vector<HistoryEvent>& events = facts.history.events; !events.empty()) {
        addLine();
        addHeading(tr("History"), basisText(*reading, "history"));
        while (!events.empty() && events.back().step > m_cursor.barrier()) events.pop_back();
        auto* history = new HistoryList(words.history(events), m_cursor.step(), m_cursor.stepCount(), m_appearance);
        connect(history, &HistoryList::stepChosen, &m_cursor, &Cursor::jumpTo, Qt::QueuedConnection); // which replaces the list
        m_rows->addWidget(history);
    }
    if (QString why = words.aliveBecause(facts); !why.isEmpty()) {
        addLine();
        addHeading(tr("Alive because"), basisText(*reading, "path"));
        auto* path = new QLabel(why);
        path->setWordWrap(true);
        path->setProperty("look", "code");
        m_rows->addWidget(path);
    }
    addLine();
    auto* about = new QPushButton(tr("What these facts rest on"));
    about->setProperty("look", "link");
    about->setCursor(Qt::PointingHandCursor);
    connect(about, &QPushButton::clicked, this, &InspectorView::basisQuestioned);
    m_rows->addWidget(about);
    for (QLabel* label : widget()->findChildren<QLabel*>()) label->setTextFormat(Qt::PlainText); // a program's text may look like mark-up
    m_rows->addStretch(1);
}

}
