// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Every view of the window as one row of a table: where it goes, its title where it has one, its page of the guide, and how it is made. Adding a view is its model,
// its file in ui/views, and a row here.

#include <QMetaObject>
#include <QString>
#include <QVector>

class QWidget;

namespace memtape {

struct Workbench;

enum class ViewPlace : uint8_t {
    Top,
    Main,      // upper left, one of them at a time
    Tab,       // below it, behind tabs
    Above,     // over the picture, while there is something
    Centre,    // the picture's place
    Inspector, // what is asked of the run, behind tabs; the first is about the selected object
    Bottom,
    Status,
};

struct ViewRow {
    ViewPlace place;
    const char* title;     // translated in the context memtape::Views; null: it has none
    const char* guidePage; // what F1 opens; null: the first
    const QMetaObject* view;
    QWidget* (*make)(Workbench& bench);
    int width = 0; // Inspector: the least that it wants at 100 %; 0: what the panel has
};

const QVector<ViewRow>& viewRegistry(); // in the order in which they stand at their place

// The views of one window, by their class.
class Views {
public:
    explicit Views(Workbench& bench);
    struct View {
        QWidget* widget;
        const ViewRow* row;
        QString title() const; // in the language of now
    };
    QVector<View> at(ViewPlace place) const;
    template <class Class> Class& of() const { return *static_cast<Class*>(find(Class::staticMetaObject)); }

private:
    QWidget* find(const QMetaObject& viewClass) const;

    QVector<View> m_views;
};

}
