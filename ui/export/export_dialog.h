// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What to export and how it is to look: one step or a range, theme, detail, size, title, with the program and the legend or without. Where
// to is asked afterwards; a picture of one step can also be copied.

#include <QDialog>

#include "ui/export/snapshot.h"

class QCheckBox;
class QComboBox;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QSpinBox;

namespace memtape {

struct ExportChoice {
    int theme = -1;  // Theme; −1: as the window
    int detail = -1; // Detail; −1: as the window
    int scale = 2;
    bool code = true, legend = true;
    QString title;
    quint64 from = 0, to = 0;
};

class ExportDialog : public QDialog {
    Q_OBJECT
public:
    ExportDialog(const ExportChoice& before, quint64 step, quint64 stepCount, QWidget* parent = nullptr);
    ExportChoice choice() const;
    void setRange(quint64 from, quint64 to); // chooses the range

Q_SIGNALS:
    void saveChosen();
    void copyChosen();

private:
    void update();

    quint64 m_step;
    QRadioButton *m_one, *m_several;
    QSpinBox *m_from, *m_to;
    QComboBox *m_theme, *m_detail, *m_scale;
    QLineEdit* m_title;
    QCheckBox *m_code, *m_legend;
    QPushButton *m_save, *m_copy;
};

}
