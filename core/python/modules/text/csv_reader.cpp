// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstddef>

#include "core/python/modules/text/csv_dialect.h"
#include "core/python/objects/containers/iterator_objects.h"
#include "core/python/objects/containers/list_object.h"
#include "core/python/objects/exceptions/errors.h"
#include "core/python/objects/model/interpreter.h"
#include "core/python/objects/model/module_types.h"
#include "core/python/objects/numbers/float_object.h"
#include "core/python/objects/protocol/protocol.h"
#include "core/python/objects/text/str_builder.h"
#include "core/python/objects/text/str_object.h"

namespace memtape {

namespace {

enum class State : int32_t {
    StartRecord,
    StartField,
    Escaped,
    InField,
    InQuoted,
    EscapedInQuoted,
    QuoteInQuoted, // a quote within quotes: the first of two, or the end
    AfterLineBreak,
    AfterEscapedLineBreak
};
constexpr uint32_t endOfLine = UINT32_MAX - 1; // what follows the last character of a line

struct ReaderObject : Object {
    Object *iterator, *dialect, *fields; // fields: list of the record at hand
    State state;
    bool unquoted;   // the field at hand
    uint32_t* field; // its characters, in a block of the heap
    ssize fieldCapacity, fieldLength;
    ssize lineNumber;
    char reserved[8]; // CPython's is as much larger
};
static_assert(sizeof(ReaderObject) == 88);

ReaderObject* asReader(Object* o) { return static_cast<ReaderObject*>(o); }

bool addCharacter(ReaderObject* r, uint32_t c) {
    if (r->fieldLength >= csvFieldLimit) return raise(csvError, "field larger than field limit ({})", csvFieldLimit);
    if (r->fieldLength == r->fieldCapacity) {
        ssize capacity = r->fieldCapacity ? 2 * r->fieldCapacity : 1024;
        size_t bytes = static_cast<size_t>(capacity) * sizeof(uint32_t);
        void* grown = r->field ? reallocateBlock(r->field, bytes) : allocateBlock(bytes);
        if (!grown) return false;
        r->field = static_cast<uint32_t*>(grown);
        r->fieldCapacity = capacity;
    }
    r->field[r->fieldLength++] = c;
    return true;
}

bool saveField(ReaderObject* r) {
    CsvQuoting quoting = asCsvDialect(r->dialect)->quoting;
    ssize length = r->fieldLength;
    r->fieldLength = 0;
    Ref<> value;
    if (r->unquoted && length == 0 && (quoting == CsvQuoting::NotNull || quoting == CsvQuoting::Strings)) {
        value = newNone();
    } else {
        value = newStrFromCodePoints(r->field, static_cast<size_t>(length));
        if (value && r->unquoted && length && (quoting == CsvQuoting::NonNumeric || quoting == CsvQuoting::Strings)) value = floatFromText(value);
    }
    return value && listAppendStealing(asList(r->fields), value.releaseRaw());
}

bool isLineEnd(uint32_t c) { return c == '\n' || c == '\r' || c == endOfLine; }
State afterRecord(uint32_t c) { return c == endOfLine ? State::StartRecord : State::AfterLineBreak; }

bool saveAnd(ReaderObject* r, State next) {
    r->state = next;
    return saveField(r);
}
bool addAnd(ReaderObject* r, uint32_t c, State next) {
    r->state = next;
    return addCharacter(r, c);
}

bool startField(ReaderObject* r, const CsvDialect* d, uint32_t c) {
    r->state = State::StartField;
    r->unquoted = true;
    if (isLineEnd(c)) return saveAnd(r, afterRecord(c));
    if (c == d->quoteCharacter && d->quoting != CsvQuoting::None) {
        r->unquoted = false;
        r->state = State::InQuoted;
        return true;
    }
    if (c == d->escapeCharacter) {
        r->state = State::Escaped;
        return true;
    }
    if (c == ' ' && d->skipInitialSpace) return true;
    if (c == d->delimiter) return saveField(r);
    return addAnd(r, c, State::InField);
}

bool inField(ReaderObject* r, const CsvDialect* d, uint32_t c) {
    if (isLineEnd(c)) return saveAnd(r, afterRecord(c));
    if (c == d->delimiter) return saveAnd(r, State::StartField);
    if (c != d->escapeCharacter) return addAnd(r, c, State::InField);
    r->state = State::Escaped;
    return true;
}

bool inQuoted(ReaderObject* r, const CsvDialect* d, uint32_t c) {
    if (c == endOfLine) return true;
    if (c == d->escapeCharacter) r->state = State::EscapedInQuoted;
    else if (c == d->quoteCharacter && d->quoting != CsvQuoting::None) r->state = d->doubleQuote ? State::QuoteInQuoted : State::InField;
    else return addCharacter(r, c);
    return true;
}

bool afterQuote(ReaderObject* r, const CsvDialect* d, uint32_t c) {
    if (c == d->quoteCharacter && d->quoting != CsvQuoting::None) return addAnd(r, c, State::InQuoted);
    if (c == d->delimiter) return saveAnd(r, State::StartField);
    if (isLineEnd(c)) return saveAnd(r, afterRecord(c));
    if (!d->strict) return addAnd(r, c, State::InField);
    Ref<> delimiter = newStrFromChar(d->delimiter), quote = newStrFromChar(d->quoteCharacter);
    return delimiter && quote && raise(csvError, "'{}' expected after '{}'", delimiter.get(), quote.get());
}

bool process(ReaderObject* r, const CsvDialect* d, uint32_t c) {
    switch (r->state) {
    case State::StartRecord:
        if (c == endOfLine) return true; // an empty line: an empty record
        if (isLineEnd(c)) {
            r->state = State::AfterLineBreak;
            return true;
        }
        return startField(r, d, c);
    case State::StartField: return startField(r, d, c);
    case State::Escaped:
        if (c == '\n' || c == '\r') return addAnd(r, c, State::AfterEscapedLineBreak);
        return addAnd(r, c == endOfLine ? '\n' : c, State::InField);
    case State::AfterEscapedLineBreak: return c == endOfLine || inField(r, d, c);
    case State::InField: return inField(r, d, c);
    case State::InQuoted: return inQuoted(r, d, c);
    case State::EscapedInQuoted: return addAnd(r, c == endOfLine ? '\n' : c, State::InQuoted);
    case State::QuoteInQuoted: return afterQuote(r, d, c);
    case State::AfterLineBreak:
        if (c == endOfLine) r->state = State::StartRecord;
        return isLineEnd(c) || raise(csvError, "new-line character seen in unquoted field - do you need to open the file with newline=''?");
    }
    return false;
}

bool processLine(ReaderObject* r, Object* line) {
    Held<CsvDialect> dialect(Held<CsvDialect>::share(asCsvDialect(r->dialect)));
    TextView text = viewOf(line);
    for (ssize i = 0; i < text.length; ++i)
        if (!process(r, dialect, text.at(i))) return false;
    return process(r, dialect, endOfLine);
}

Owned nextRecord(Object* o) {
    ReaderObject* r = asReader(o);
    Held<> kept(newRef(o)); // the iterator may drop its reader
    setField<Object>(r, r->fields, newList(0));
    r->fieldLength = 0;
    r->state = State::StartRecord;
    r->unquoted = false;
    do {
        if (!r->fields) return nullptr;
        Held<> line(nextOf(r->iterator));
        if (!line) {
            if (errorOccurred() || (r->fieldLength == 0 && r->state != State::InQuoted)) return nullptr;
            if (asCsvDialect(r->dialect)->strict) return raise(csvError, "unexpected end of data");
            if (!r->fields || !saveField(r)) return nullptr;
            break;
        }
        if (!isStr(line)) return raise(csvError, "iterator should return strings, not {} (the file should be opened in text mode)", line->type->name);
        ++r->lineNumber;
        // The iterator may have called this reader, which then has taken the fields away.
        if (!r->fields) setField<Object>(r, r->fields, newList(0));
        if (!r->fields || !processLine(r, line)) return nullptr;
    } while (r->state != State::StartRecord);
    Ref<> fields = Ref<>::share(r->fields);
    setField<Object>(r, r->fields, nullptr);
    return fields.release();
}

void deallocReader(Object* o) {
    gcUntrack(o);
    Dying dying(o);
    if (asReader(o)->field) releaseBlock(asReader(o)->field);
    asReader(o)->field = nullptr;
    dropFields(o);
    freeObject(o);
}

const Field readerFields[] = {
    {"input_iter", offsetof(ReaderObject, iterator)}, {"dialect", offsetof(ReaderObject, dialect)}, {"fields", offsetof(ReaderObject, fields)}, {}};
const MemberDef readerMembers[] = {
    {"dialect", MemberKind::Object, offsetof(ReaderObject, dialect)}, {"line_num", MemberKind::Ssize, offsetof(ReaderObject, lineNumber)}, {}};

}

Owned csvReader(Object*, Args args) {
    if (!checkArgCount("", args.count, 1, 2)) return nullptr;
    Held<> iterator(getIter(args[0]));
    Held<> dialect(iterator ? makeCsvDialect(args.count > 1 ? args[1] : nullptr, args) : Owned(nullptr));
    Held<> fields(dialect ? newList(0) : OwnedOf<ListObject>(nullptr));
    auto* r = fields ? newPlainObject<ReaderObject>(csvReaderType) : nullptr;
    if (!r) return nullptr;
    r->iterator = iterator.release().pointer;
    r->fields = fields.release().pointer;
    r->dialect = dialect.release().pointer;
    return finishObject(r);
}

void defineCsvReaderType(Type* t) {
    describeIterator(t, "_csv.reader", sizeof(ReaderObject), readerFields, nextRecord, nullptr);
    t->doc = "Gives the rows of lines of text.\n";
    t->members = readerMembers;
    t->dealloc = deallocReader;
}

}
