// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "core/python/modules/text/csv_dialect.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

struct WriterObject : Object {
    Object *write, *dialect;
    char reserved[40]; // CPython's record buffer, which here is no part of the object
};
static_assert(sizeof(WriterObject) == 72);

WriterObject* asWriter(Object* o) { return static_cast<WriterObject*>(o); }

bool isNumber(Object* o) { return o->type->index || o->type->toInt || o->type->toFloat || isInstance(o, types::Complex); }

// One record on its way.
class Record {
public:
    explicit Record(const CsvDialect* dialect) : m_dialect(dialect), m_end(viewOf(dialect->lineTerminator)) {}

    bool add(Object* field) {
        bool null = isNone(field);
        bool quoted = mustQuote(field);
        m_lastIsNull = null;
        if (null) return append(nullptr, quoted);
        if (isStr(field)) return append(field, quoted);
        Held<> text(strOf(field));
        return text && append(text, quoted);
    }

    Owned finish() {
        if (m_count > 0 && m_text.length() == 0) { // a lone empty field, which no reader would see
            if (!canQuoteEmpty()) return raise(csvError, "single empty field record must be quoted");
            m_text.append(m_dialect->quoteCharacter);
            m_text.append(m_dialect->quoteCharacter);
        }
        m_text.append(m_end);
        return m_text.finish();
    }

private:
    bool mustQuote(Object* field) const {
        switch (m_dialect->quoting) {
        case CsvQuoting::All: return true;
        case CsvQuoting::NonNumeric: return !isNumber(field);
        case CsvQuoting::Strings: return isStr(field);
        case CsvQuoting::NotNull: return !isNone(field);
        default: return false;
        }
    }
    bool canQuoteEmpty() const {
        CsvQuoting quoting = m_dialect->quoting;
        return quoting != CsvQuoting::None && !(m_lastIsNull && (quoting == CsvQuoting::Strings || quoting == CsvQuoting::NotNull));
    }
    bool isSpecial(uint32_t c) const {
        if (c == m_dialect->delimiter || c == m_dialect->escapeCharacter || c == m_dialect->quoteCharacter || c == '\n' || c == '\r') return true;
        for (ssize i = 0; i < m_end.length; ++i)
            if (m_end.at(i) == c) return true;
        return false;
    }

    bool append(Object* textOrNull, bool quoted) {
        TextView text = textOrNull ? viewOf(textOrNull) : TextView{nullptr, 0, 1};
        if (text.length == 0 && m_dialect->delimiter == ' ' && m_dialect->skipInitialSpace) {
            if (!canQuoteEmpty()) return raise(csvError, "empty field must be quoted if delimiter is a space and skipinitialspace is true");
            quoted = true;
        }
        if (m_count++ > 0) m_text.append(m_dialect->delimiter);
        // The field is put together by itself: whether it stands in quotes shows at its end only.
        m_field.clear();
        for (ssize i = 0; i < text.length; ++i) {
            uint32_t c = text.at(i);
            if (isSpecial(c)) {
                bool isQuote = c == m_dialect->quoteCharacter, escape = m_dialect->quoting == CsvQuoting::None || c == m_dialect->escapeCharacter;
                if (isQuote && !escape) {
                    if (m_dialect->doubleQuote) m_field.append(c);
                    else escape = true;
                }
                if (!escape) {
                    quoted = true;
                } else {
                    if (m_dialect->escapeCharacter == noCsvCharacter) return raise(csvError, "need to escape, but no escapechar set");
                    m_field.append(m_dialect->escapeCharacter);
                }
            }
            m_field.append(c);
        }
        if (quoted) m_text.append(m_dialect->quoteCharacter);
        m_text.append(m_field.view());
        if (quoted) m_text.append(m_dialect->quoteCharacter);
        return true;
    }

    const CsvDialect* m_dialect;
    TextView m_end;
    StrBuilder m_text, m_field;
    ssize m_count = 0;
    bool m_lastIsNull = false;
};

Owned writeRow(Object* o, Object* row) {
    WriterObject* self = asWriter(o);
    Held<CsvDialect> dialect(Held<CsvDialect>::share(asCsvDialect(self->dialect)));
    Held<> iterator(getIter(row));
    if (!iterator) {
        if (!errorMatches(exc::TypeError)) return nullptr;
        clearError();
        return raise(csvError, "iterable expected, not {}", row->type->name);
    }
    Record record(dialect);
    for (;;) {
        Held<> field(nextOf(iterator));
        if (!field) break;
        if (!record.add(field) || !mayGoOn()) return nullptr;
    }
    if (errorOccurred()) return nullptr;
    Held<> line(record.finish());
    return line ? call(self->write, line.get()) : Owned(nullptr);
}

Owned writeRows(Object* o, Object* rows) {
    Held<> iterator(getIter(rows));
    if (!iterator) return nullptr;
    for (;;) {
        Held<> row(nextOf(iterator));
        if (!row) return errorOccurred() ? Owned(nullptr) : newNone();
        Ref<> written = writeRow(o, row);
        if (!written) return nullptr;
    }
}

const Field fields[] = {{"write", offsetof(WriterObject, write)}, {"dialect", offsetof(WriterObject, dialect)}, {}};
const MemberDef members[] = {{"dialect", MemberKind::Object, offsetof(WriterObject, dialect)}, {}};
const MethodDef methods[] = {{"writerow", writeRow}, {"writerows", writeRows}, {}};

}

Owned csvWriter(Object*, Args args) {
    if (!checkArgCount("", args.count, 1, 2)) return nullptr;
    Held<> dialect(makeCsvDialect(args.count > 1 ? args[1] : nullptr, args));
    if (!dialect) return nullptr;
    bool failed;
    Ref<> name = internStr("write");
    Held<> write(name ? findAttr(args[0], name, &failed) : Owned(nullptr));
    if (errorOccurred()) return nullptr;
    if (!write || !isCallable(write)) return raise(exc::TypeError, "argument 1 must have a \"write\" method");
    auto* made = newPlainObject<WriterObject>(csvWriterType);
    if (!made) return nullptr;
    made->write = write.release().pointer;
    made->dialect = dialect.release().pointer;
    return finishObject(made);
}

void defineCsvWriterType(Type* t) {
    t->name = "_csv.writer";
    t->doc = "Writes rows as lines of text.\n";
    t->basicSize = sizeof(WriterObject);
    t->flags = HaveGc | DisallowInstantiation | ImmutableType;
    t->fields = fields;
    t->members = members;
    t->methods = methods;
}

}
