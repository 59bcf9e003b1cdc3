// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What happened to an object, a line a change: the step, which is a link, and what it was. Only what is in sight is drawn, as an object may
// have changed at every step. As tall as its lines: the panel around it scrolls.

#include <QAbstractListModel>
#include <QListView>
#include <QVector>

#include "ui/models/sentences/inspector_words.h"

namespace memtape {

class Appearance;

class HistoryList : public QListView {
    Q_OBJECT
public:
    // `now`: the step that is shown; `end`: the first that there is not. Of a long history the lines around `now`.
    HistoryList(const QVector<HistoryLine>& history, quint64 now, quint64 end, const Appearance& appearance, QWidget* parent = nullptr);

Q_SIGNALS:
    void stepChosen(quint64 step);
};

}
