// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/menus.h"

#include <QCoreApplication>
#include <QMenu>

#include "ui/controls/actions.h"

namespace memtape {

namespace {

using Id = ActionId;
constexpr std::nullopt_t line = std::nullopt;

}

const QVector<MenuRow>& menuTable() {
    static const QVector<MenuRow> rows = {
        {QT_TRANSLATE_NOOP("memtape::Menus", "Program"),
         {Id::New, Id::Open, Id::Save, Id::SaveAs, Id::SaveRecording, line, Id::Record, Id::RecordWhileTyping, Id::Limits, Id::PackageFolders, line,
          Id::Find, Id::Breakpoint, Id::Editor}},
        {QT_TRANSLATE_NOOP("memtape::Menus", "Time"),
         {Id::First,
          Id::Last,
          Id::Step,
          Id::Back,
          Id::Over,
          Id::OverBackwards,
          Id::Out,
          Id::OutBackwards,
          Id::PartForward,
          Id::PartBack,
          line,
          Id::Play,
          Id::PlayBackwards,
          Id::Faster,
          Id::Slower,
          line,
          Id::GoToStep,
          Id::FindInTime,
          Id::FoundNext,
          Id::FoundPrevious,
          Id::Watch,
          Id::RunToCursor,
          Id::NextBreakpoint,
          Id::PreviousBreakpoint,
          Id::NextChange,
          Id::PreviousChange,
          line,
          Id::GoBack,
          Id::GoForward,
          line,
          Id::Predict,
          Id::DrawArrows}},
        {QT_TRANSLATE_NOOP("memtape::Menus", "Picture"),
         {Id::DetailNames,
          Id::DetailValues,
          Id::DetailObjects,
          Id::DetailBytes,
          line,
          Id::EveryObjectAsBox,
          Id::TreesAcross,
          Id::NewestFirst,
          Id::Motion,
          Id::Legend,
          Id::ShowHidden,
          line,
          Id::CopyPicture,
          line,
          Id::Fit,
          Id::Home,
          Id::Follow,
          line,
          Id::NextObject,
          Id::PreviousObject,
          Id::ChangedOutOfSight,
          Id::Inspector,
          Id::HeapList,
          Id::Garbage,
          Id::Map,
          Id::Compare}},
        {QT_TRANSLATE_NOOP("memtape::Menus", "Lesson"), {Id::Lessons, Id::LessonFolder, line, Id::LessonNew, Id::LessonCheck}},
        {QT_TRANSLATE_NOOP("memtape::Menus", "Window"), {Id::ClassView, Id::Spotlight, line, Id::FoldTimeline, Id::Larger, Id::Smaller}},
        {QT_TRANSLATE_NOOP("memtape::Menus", "Theme"), {Id::ThemeSystem, Id::ThemeLight, Id::ThemeDark}},
    };
    return rows;
}

QString MenuRow::name() const { return QCoreApplication::translate("memtape::Menus", title); }

namespace {

void fill(QMenu& menu, const Actions& actions, const MenuRow::Entries& entries) {
    for (auto entry : entries) {
        if (entry) menu.addAction(actions[*entry]);
        else menu.addSeparator();
    }
}

}

void makeMenus(const Actions& actions, QWidget& window) {
    QAction& button = *actions[Id::Menu];
    delete button.menu();
    auto* menu = new QMenu(&window);
    button.setMenu(menu);
    for (const MenuRow& row : menuTable()) fill(*menu->addMenu(row.name()), actions, row.entries);
    fill(*menu, actions, {line, Id::Export, Id::Print, Id::Guide, Id::Keys, Id::Quit});
}

}
