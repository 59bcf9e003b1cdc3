// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/export_panel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QEvent>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QStandardItemModel>
#include <algorithm>
#include <limits>

#include "ui/export/animation/animation_fields.h"
#include "ui/export/export_formats.h"
#include "ui/export/export_preview.h"
#include "ui/style/appearance.h"

namespace memtape {

namespace {

constexpr int mostScale = 4;

struct WidthRange {
    double least, most, usual;
    int decimals;
};

// In the order of ExportChoice::Unit.
constexpr WidthRange widthRanges[] = {{0, 0, 0, 0}, {200, 20000, 1000, 0}, {4, 400, 16, 1}};

void setTexts(QComboBox& box, const QStringList& texts) {
    if (box.count() == 0) box.addItems(texts);
    else
        for (int i = 0; i < texts.size(); ++i) box.setItemText(i, texts[i]);
}

}

ExportPanel::ExportPanel(const ExportChoice& choice, const Appearance& appearance, QWidget* parent)
    : QDialog(parent, Qt::Tool), // the window's keys work here too: one steps meanwhile
      m_appearance(appearance),
      m_choice(choice) {
    setAttribute(Qt::WA_DeleteOnClose);
    setAttribute(Qt::WA_StyledBackground);
    setProperty("look", "panel");
    build();
    translate();
    put();
    const QSize room = screen()->availableGeometry().size() - QSize(40, 60);
    resize(QSize(m_appearance.scaled(940), m_appearance.scaled(560)).boundedTo(room));
}

void ExportPanel::build() {
    m_preview = new ExportPreview(m_appearance);
    m_size = new QLabel;
    m_size->setProperty("look", "quiet");
    m_size->setAlignment(Qt::AlignCenter);
    m_one = new QRadioButton;
    m_several = new QRadioButton;
    m_from = new QSpinBox;
    m_to = new QSpinBox;
    m_dash = new QLabel(QStringLiteral("–"));
    m_strip = new QCheckBox;
    m_format = new QComboBox;
    m_theme = new QComboBox;
    m_detail = new QComboBox;
    m_crop = new QComboBox;
    m_unit = new QComboBox;
    m_width = new QDoubleSpinBox;
    m_width->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_scale = new QComboBox;
    m_animation = new AnimationFields;
    m_title = new QLineEdit;
    m_code = new QCheckBox;
    m_legend = new QCheckBox;
    m_save = new QPushButton;
    m_save->setProperty("look", "primary");
    m_save->setDefault(true);
    m_print = new QPushButton;
    m_copy = new QPushButton;
    m_close = new QPushButton;
    for (QPushButton* button : {m_print, m_copy, m_close}) button->setAutoDefault(false);

    auto row = [](std::initializer_list<QWidget*> widgets) {
        auto* layout = new QHBoxLayout;
        layout->setSpacing(8);
        for (QWidget* widget : widgets) layout->addWidget(widget);
        return layout;
    };
    auto* range = row({m_several, m_from, m_dash, m_to});
    range->addStretch(1);
    auto* fields = new QWidget;
    auto* form = m_form = new QFormLayout(fields);
    form->setContentsMargins(2, 0, 8, 0);
    form->setVerticalSpacing(9);
    form->setHorizontalSpacing(14);
    auto add = [&](auto* field, QWidget* buddy) {
        auto* name = new QLabel;
        name->setBuddy(buddy);
        m_names.append(name);
        form->addRow(name, field);
    };
    add(m_one, m_one);
    form->addRow(QString(), range);
    form->addRow(QString(), m_strip);
    add(m_format, m_format);
    add(m_title, m_title);
    add(m_theme, m_theme);
    add(m_detail, m_detail);
    add(m_crop, m_crop);
    auto* width = row({m_unit, m_width});
    width->setStretch(0, 1);
    add(width, m_unit);
    add(m_scale, m_scale);
    add(m_animation, m_animation);
    form->addRow(QString(), m_code);
    form->addRow(QString(), m_legend);

    auto* left = new QVBoxLayout;
    left->setSpacing(6);
    left->addWidget(m_preview, 1);
    left->addWidget(m_size);
    auto* buttons = row({m_close, m_copy, m_print, m_save});
    buttons->insertStretch(0, 1);
    auto* scroll = new QScrollArea; // large texts need more height than a screen may have
    scroll->setWidget(fields);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_fields = scroll;
    auto* right = new QVBoxLayout;
    right->addWidget(scroll, 1);
    right->addLayout(buttons);
    auto* all = new QHBoxLayout(this);
    all->setContentsMargins(18, 16, 18, 16);
    all->setSpacing(18);
    all->addLayout(left, 1);
    all->addLayout(right);

    for (QRadioButton* button : {m_one, m_several}) connect(button, &QRadioButton::toggled, this, &ExportPanel::take);
    for (QCheckBox* box : {m_strip, m_code, m_legend}) connect(box, &QCheckBox::toggled, this, &ExportPanel::take);
    for (QSpinBox* box : {m_from, m_to}) connect(box, &QSpinBox::valueChanged, this, &ExportPanel::take);
    for (QComboBox* box : {m_format, m_theme, m_detail, m_crop, m_unit, m_scale})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportPanel::take);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &ExportPanel::take);
    connect(m_animation, &AnimationFields::changed, this, &ExportPanel::take);
    connect(m_title, &QLineEdit::textChanged, this, &ExportPanel::take);
    connect(m_preview, &ExportPreview::roomChanged, this, &ExportPanel::choiceChanged);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, &ExportPanel::saveRequested);
    connect(m_copy, &QPushButton::clicked, this, &ExportPanel::copyRequested);
    connect(m_print, &QPushButton::clicked, this, &ExportPanel::printRequested);
}

void ExportPanel::translate() {
    const bool wasTaking = std::exchange(m_isTaking, false);
    setWindowTitle(tr("Export the picture"));
    m_one->setText(tr("This step, %1").arg(m_step));
    m_several->setText(tr("Steps"));
    m_from->setAccessibleName(tr("From step"));
    m_to->setAccessibleName(tr("To step"));
    m_strip->setText(tr("All on one page"));
    m_code->setText(tr("With the program"));
    m_legend->setText(tr("With the legend"));
    m_save->setText(tr("Save…"));
    m_copy->setText(tr("Copy as picture"));
    m_print->setText(tr("Print…"));
    m_close->setText(tr("Close"));
    m_preview->setAccessibleName(tr("Preview"));
    m_width->setAccessibleName(tr("Width"));
    setTexts(*m_format, exportFormatNames());
    setTexts(*m_theme, {tr("As the window"), tr("Light"), tr("Dark"), tr("Print: black on white")});
    setTexts(*m_detail, {tr("As the window"), tr("Names only"), tr("Values and types"), tr("Objects and their counts"), tr("Addresses and bytes")});
    setTexts(*m_crop, {tr("All of it"), tr("What is drawn, without the ground around"), tr("The selected object"), tr("What the window shows")});
    setTexts(*m_unit, {tr("As needed"), tr("Pixels"), tr("Centimetres")});
    setTexts(*m_scale, {QStringLiteral("1×"), QStringLiteral("2×"), QStringLiteral("3×"), QStringLiteral("4×")});
    const QStringList names{tr("What"), tr("Format"), tr("Title"),          tr("Theme"),    tr("Detail"),
                            tr("Part"), tr("Width"),  tr("Size in pixels"), tr("Animation")};
    for (int i = 0; i < m_names.size(); ++i) {
        m_names[i]->setText(names[i]);
        if (QWidget* field = m_names[i]->buddy(); field && field != m_one && field != m_animation) field->setAccessibleName(names[i]);
    }
    m_isTaking = wasTaking;
}

void ExportPanel::put() {
    const bool wasTaking = std::exchange(m_isTaking, false);
    (m_choice.several ? m_several : m_one)->setChecked(true);
    m_strip->setChecked(m_choice.strip);
    m_format->setCurrentIndex(m_choice.format);
    m_theme->setCurrentIndex(m_choice.theme + 1);
    m_detail->setCurrentIndex(m_choice.detail + 1);
    m_crop->setCurrentIndex(int(m_choice.crop));
    m_unit->setCurrentIndex(int(m_choice.unit));
    m_scale->setCurrentIndex(std::clamp(m_choice.scale, 1, mostScale) - 1);
    m_title->setText(m_choice.title);
    m_code->setChecked(m_choice.code);
    m_legend->setChecked(m_choice.legend);
    m_animation->setLook(m_choice.animation);
    putWidth();
    m_choice.width = m_width->value(); // one that is possible
    enable();
    m_isTaking = wasTaking;
}

void ExportPanel::putWidth() {
    const WidthRange& range = widthRanges[size_t(m_choice.unit)];
    m_width->setDecimals(range.decimals);
    m_width->setRange(range.least, range.most);
    m_width->setValue(m_choice.width);
}

void ExportPanel::take() {
    if (!m_isTaking) return;
    const auto unit = ExportChoice::Unit(m_unit->currentIndex());
    m_choice.width = unit == m_choice.unit ? m_width->value() : widthRanges[size_t(unit)].usual;
    m_choice.unit = unit;
    m_choice.several = m_several->isChecked();
    m_choice.from = quint64(std::min(m_from->value(), m_to->value()));
    m_choice.to = quint64(std::max(m_from->value(), m_to->value()));
    m_choice.strip = m_strip->isChecked();
    m_choice.format = m_format->currentIndex();
    m_choice.theme = m_theme->currentIndex() - 1;
    m_choice.detail = m_detail->currentIndex() - 1;
    m_choice.crop = Crop(m_crop->currentIndex());
    m_choice.scale = m_scale->currentIndex() + 1;
    m_choice.title = m_title->text();
    m_choice.code = m_code->isChecked();
    m_choice.legend = m_legend->isChecked();
    m_choice.animation = m_animation->look();
    m_isTaking = false;
    putWidth();
    m_isTaking = true;
    enable();
    Q_EMIT choiceChanged();
}

// What makes no difference now cannot be chosen.
void ExportPanel::enable() {
    const ExportFormat& format = exportFormats()[m_choice.format];
    const bool isPage = format.isPage();
    for (QWidget* field : {(QWidget*)m_from, (QWidget*)m_to}) field->setEnabled(m_choice.several);
    m_strip->setEnabled(m_choice.several && isPage);
    m_title->setEnabled(!format.isData());
    nameSteps();
    for (QWidget* field : {(QWidget*)m_theme, (QWidget*)m_crop, (QWidget*)m_code, (QWidget*)m_legend}) field->setEnabled(format.hasPageLook());
    m_form->setRowVisible(m_animation, format.isFilm());
    m_width->setVisible(m_choice.unit != ExportChoice::Unit::AsNeeded);
    m_scale->setEnabled(format.hasPixels);
    m_save->setEnabled(m_stepCount > 0);
    m_print->setEnabled(m_stepCount > 0 && isPage);
    m_copy->setEnabled(m_stepCount > 0 && isPage && (!m_choice.several || m_choice.strip));
}

// What tells of many steps tells of the whole run, unless some are chosen.
void ExportPanel::nameSteps() {
    m_one->setText(exportFormats()[m_choice.format].hasAllSteps() ? tr("The whole run, %1 steps").arg(m_stepCount) : tr("This step, %1").arg(m_step));
}

void ExportPanel::setStep(quint64 step, quint64 stepCount) {
    m_isTaking = false;
    const int last = int(std::min<quint64>(stepCount ? stepCount - 1 : 0, std::numeric_limits<int>::max()));
    for (QSpinBox* box : {m_from, m_to}) box->setRange(0, last);
    if (!m_choice.several) { // until steps are chosen, the next ones are at hand
        constexpr int usual = 4;
        m_from->setValue(std::min(int(step), std::max(0, last - usual + 1)));
        m_to->setValue(m_from->value() + usual - 1);
    }
    m_step = step;
    m_stepCount = stepCount;
    nameSteps();
    m_isTaking = true;
    enable();
    if (stepCount > 0) return;
    m_preview->show({});
    m_size->setText(tr("Nothing is recorded yet"));
}

void ExportPanel::setSelected(bool isAnySelected) {
    auto* items = qobject_cast<QStandardItemModel*>(m_crop->model());
    items->item(int(Crop::Selected))->setEnabled(isAnySelected);
}

QSize ExportPanel::previewRoom() const { return m_preview->room(); }

void ExportPanel::showPreview(const PagePreview& preview) {
    m_preview->show(preview.image);
    const ExportFormat& format = exportFormats()[m_choice.format];
    auto centimetres = [this](double units) { return locale().toString(units / unitsOfCentimetres(1), 'f', 1); };
    const QSize pixels = (preview.size * m_choice.scale).toSize();
    if (format.isData()) m_size->setText(tr("As data: where everything that is drawn lies"));
    else if (!format.hasPageLook()) m_size->setText(tr("One page for a browser, to step through; it needs no network"));
    else if (format.isFilm()) m_size->setText(m_animation->lengthOf(m_choice.several ? m_choice.to - m_choice.from + 1 : m_stepCount));
    else if (format.hasPixels) m_size->setText(tr("%1 × %2 pixels").arg(pixels.width()).arg(pixels.height()));
    else m_size->setText(tr("%1 × %2 cm").arg(centimetres(preview.size.width()), centimetres(preview.size.height())));
    if (preview.leftOut > 0) m_size->setText(m_size->text() + QStringLiteral(" \u00B7 ") + tr("the first of the steps are shown here"));
}

void ExportPanel::showWaiting() { m_size->setText(tr("The layout is being worked out …")); }

void ExportPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QDialog::changeEvent(event);
}

// The fields are never cut at their side: how wide they are is known once they have their style.
bool ExportPanel::event(QEvent* event) {
    const bool done = QDialog::event(event);
    const bool mayBeWider = event->type() == QEvent::Show || event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange;
    if (mayBeWider) m_fields->setFixedWidth(m_fields->widget()->sizeHint().width() + m_fields->verticalScrollBar()->sizeHint().width());
    return done;
}

}
