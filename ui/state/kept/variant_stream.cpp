// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/state/kept/variant_stream.h"

#include <QPoint>
#include <QPointF>
#include <QStringList>
#include <QtEndian>
#include <bit>

namespace memtape {

namespace {

constexpr int mostNested = 32;

class Reader {
public:
    explicit Reader(const QByteArray& bytes) : m_left(bytes) {}

    QVariant value(int depth = 0) {
        if (depth > mostNested) return fail();
        const quint32 type = number<quint32>();
        switch (type) {
        case QMetaType::UnknownType: text(); return {}; // an empty text stands for it
        case QMetaType::Bool: return number<quint8>() != 0;
        case QMetaType::Int: return number<qint32>();
        case QMetaType::UInt: return number<quint32>();
        case QMetaType::LongLong: return number<qint64>();
        case QMetaType::ULongLong: return number<quint64>();
        case QMetaType::Double: return real();
        case QMetaType::QString: return text();
        case QMetaType::QByteArray: return bytes();
        case QMetaType::QPoint: {
            const int x = number<qint32>();
            return QPoint(x, number<qint32>());
        }
        case QMetaType::QPointF: {
            const double x = real();
            return QPointF(x, real());
        }
        case QMetaType::QStringList: {
            QStringList texts;
            for (quint32 left = count(); left > 0 && m_good; --left) texts.append(text());
            return texts;
        }
        case QMetaType::QVariantList: {
            QVariantList values;
            for (quint32 left = count(); left > 0 && m_good; --left) values.append(value(depth + 1));
            return values;
        }
        case QMetaType::QVariantMap: {
            QVariantMap values;
            for (quint32 left = count(); left > 0 && m_good; --left) {
                const QString key = text();
                values.insert(key, value(depth + 1));
            }
            return values;
        }
        default: return fail();
        }
    }
    bool isWhole() const { return m_good && m_left.isEmpty(); }

private:
    QVariant fail() {
        m_good = false;
        return {};
    }
    QByteArrayView take(qsizetype size) {
        if (!m_good || size < 0 || size > m_left.size()) {
            m_good = false;
            return {};
        }
        const QByteArrayView taken = m_left.first(size);
        m_left = m_left.sliced(size);
        return taken;
    }
    template <class T> T number() {
        const QByteArrayView taken = take(sizeof(T));
        return taken.isEmpty() ? T() : qFromBigEndian<T>(taken.data());
    }
    double real() { return std::bit_cast<double>(number<quint64>()); }
    // No item takes less than a byte.
    quint32 count() {
        const quint32 items = number<quint32>();
        if (items > m_left.size()) m_good = false;
        return items;
    }
    static constexpr quint32 null = 0xFFFFFFFF; // in the place of a length
    QByteArray bytes() {
        const quint32 size = number<quint32>();
        return size == null ? QByteArray() : take(size).toByteArray();
    }
    QString text() {
        const quint32 size = number<quint32>();
        if (size == null) return {};
        const QByteArrayView taken = take(size % 2 ? -1 : qsizetype(size));
        QString text(taken.size() / 2, Qt::Uninitialized);
        for (qsizetype i = 0; i < text.size(); ++i) text[i] = QChar(qFromBigEndian<char16_t>(taken.data() + 2 * i));
        return text;
    }

    QByteArrayView m_left;
    bool m_good = true;
};

}

std::optional<QVariant> variantOfStream(const QByteArray& bytes) {
    Reader reader(bytes);
    QVariant value = reader.value();
    if (!reader.isWhole()) return std::nullopt;
    return value;
}

}
