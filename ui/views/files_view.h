// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The files that the program wrote. They are in memory only and end with the window; one that is wanted is saved.

#include <QWidget>

class QLabel;
class QListWidget;
class QToolButton;

namespace memtape {

class Appearance;
class Document;

class FilesView : public QWidget {
    Q_OBJECT
public:
    FilesView(Document& document, const Appearance& appearance, QWidget* parent = nullptr);
    bool isEmpty() const;

Q_SIGNALS:
    void listed();                // anew; it may be empty
    void saveRequested(int file); // of the program's end, by its number

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void list();

    Document& m_document;
    QLabel* m_about;
    QListWidget* m_list;
    QToolButton* m_save;
};

}
