// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The bar above the picture that asks what will happen, and says afterwards whether it was so. The choices have letters; those that are objects
// can be clicked in the picture, where they have the same.

#include <QFrame>
#include <QStringList>
#include <QVector>

#include "ui/models/predict/prediction_record.h"

class QGridLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace memtape {

class Appearance;
class PredictTally;

class PredictBar : public QFrame {
    Q_OBJECT
public:
    explicit PredictBar(const Appearance& appearance, QWidget* parent = nullptr);
    struct Asked {
        QString about, question;
        QStringList choices;
        bool isAboutObjects = false;
    };
    void ask(const Asked& asked);
    void tell(PredictionRecord::Verdict verdict, const QString& truth); // and nothing is asked any more
    void setRecord(const PredictionRecord& record);
    void clear();
    bool isAsking() const { return m_asking; }
    bool asksForObject() const { return m_asking && m_asked.isAboutObjects; }
    QString text() const { return accessibleName(); } // as a screen reader says it
    static QString letterOf(int choice);              // `A`

Q_SIGNALS:
    void chosen(int choice);
    void skipRequested();
    void closeRequested(); // nothing is to be asked any more

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void restyle();
    void retranslate();
    void arrangeChoices();
    void announce(const QString& text);

    const Appearance& m_appearance;
    QLabel *m_sign, *m_about, *m_question, *m_hint;
    PredictTally* m_tally;
    QToolButton *m_skip, *m_close;
    QWidget* m_choices;
    QGridLayout* m_grid;
    QVector<QPushButton*> m_buttons;
    Asked m_asked;
    bool m_asking = false;
    PredictionRecord::Verdict m_verdict = PredictionRecord::Verdict::Right;
};

}
