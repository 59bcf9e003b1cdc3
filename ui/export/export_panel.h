// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// What to export and how it is to look, with a preview beside it. It stays open while one steps and selects, and shows the step where one stands. What is
// chosen is told to who can draw and write it (app/window/picture_export.h).

#include <QDialog>

#include "ui/export/export_choice.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;
class QScrollArea;
class QSpinBox;

namespace memtape {

class AnimationFields;
class Appearance;
class ExportPreview;

class ExportPanel : public QDialog {
    Q_OBJECT
public:
    ExportPanel(const ExportChoice& choice, const Appearance& appearance, QWidget* parent = nullptr);

    const ExportChoice& choice() const { return m_choice; }
    void setStep(quint64 step, quint64 stepCount); // of no steps nothing can be exported
    void setSelected(bool isAnySelected);
    QSize previewRoom() const; // in pixels
    void showPreview(const PagePreview& preview);
    void showWaiting(); // its layout is being worked out

Q_SIGNALS:
    void choiceChanged(); // or the room for the preview
    void saveRequested();
    void copyRequested();
    void printRequested();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void translate();
    void put(); // the choice into the fields
    void take();
    void nameSteps();
    void enable();
    void putWidth();

    const Appearance& m_appearance;
    ExportChoice m_choice;
    quint64 m_step = 0, m_stepCount = 0;
    bool m_isTaking = true; // what changes in a field was not put there
    ExportPreview* m_preview;
    QLabel *m_size, *m_dash;
    QRadioButton *m_one, *m_several;
    QSpinBox *m_from, *m_to;
    QCheckBox *m_strip, *m_code, *m_legend;
    QComboBox *m_format, *m_theme, *m_detail, *m_crop, *m_unit, *m_scale;
    QDoubleSpinBox* m_width;
    AnimationFields* m_animation;
    QLineEdit* m_title;
    QPushButton *m_save, *m_print, *m_copy, *m_close;
    QScrollArea* m_fields;
    QFormLayout* m_form;
    QVector<QLabel*> m_names; // of the fields
};

}
