// SPDX-License-Identifier: GPL-3.0-or-later

// From CPython's code to instructions. Every word is looked at before it is used: a list that no compiler made must not lead the matcher astray.

#include "core/python/modules/text/sre_codes.h"
#include "core/python/modules/text/sre_program.h"
#include "core/python/objects/model/interpreter.h"

namespace memtape::sre {

namespace {

class Translator {
public:
    Translator(Program& program, uint32_t groups) : m_program(program), m_words(program.words), m_groups(groups) {}

    bool whole() {
        size_t count = m_words.size();
        if (count == 0 || m_words[count - 1] != CodeSuccess) return false;
        m_at = 0;
        if (m_words[0] == CodeInfo && !info(count - 1)) return false;
        if (!sequence(count - 1)) return false;
        emit(Op::Accept);
        return true;
    }

private:
    // ---- words
    bool take(uint32_t* out, size_t end) {
        if (m_at >= end) return false;
        *out = m_words[m_at++];
        return true;
    }
    // A skip, as the place that it leads to.
    bool takeSkip(size_t* target, size_t end) {
        size_t from = m_at;
        uint32_t skip;
        if (!take(&skip, end) || skip > end - from || skip == 0) return false;
        *target = from + skip;
        return true;
    }
    bool expect(uint32_t code, size_t end) {
        uint32_t word;
        return take(&word, end) && word == code;
    }

    // ---- instructions
    std::vector<Instruction>& code() { return m_program.code; }
    uint32_t here() const { return static_cast<uint32_t>(m_program.code.size()); }
    uint32_t emit(Op op, uint32_t a = 0) {
        Instruction made;
        made.op = op;
        made.a = a;
        m_program.code.push_back(made);
        return here() - 1;
    }

    uint32_t addSet(CharacterSet::Form form, Folding folding, uint32_t value) {
        CharacterSet set;
        set.form = form;
        set.folding = folding;
        set.value = folding == Folding::Locale && form != CharacterSet::Form::Words ? folded(folding, value) : value;
        if (folding != Folding::Unicode) {
            bool words = form == CharacterSet::Form::Words;
            if (words ? !setAsksAbove(&m_words[value]) : value < 256)
                set.above = m_program.ask(set, 256) ? CharacterSet::Above::All : CharacterSet::Above::None;
        }
        for (uint32_t c = 0; c < 256; ++c)
            if (m_program.ask(set, c)) set.low.add(c);
        m_program.sets.push_back(set);
        return static_cast<uint32_t>(m_program.sets.size() - 1);
    }

    // One test of a character, whose first word is taken already: Any … Set and its operand. False: it is none, or a broken one.
    bool unit(uint32_t word, size_t end, Op* op, uint32_t* a) {
        uint32_t value;
        *a = 0;
        switch (word) {
        case CodeAny: *op = Op::Any; return true;
        case CodeAnyAll: *op = Op::AnyAll; return true;
        case CodeLiteral: *op = Op::Literal; return take(a, end);
        case CodeNotLiteral: *op = Op::NotLiteral; return take(a, end);
        case CodeLiteralIgnore:
        case CodeLiteralLocIgnore:
        case CodeLiteralUniIgnore:
            *op = Op::Set;
            if (!take(&value, end)) return false;
            *a = addSet(CharacterSet::Form::Literal, ignoring(word, CodeLiteralIgnore), value);
            return true;
        case CodeNotLiteralIgnore:
        case CodeNotLiteralLocIgnore:
        case CodeNotLiteralUniIgnore:
            *op = Op::Set;
            if (!take(&value, end)) return false;
            *a = addSet(CharacterSet::Form::NotLiteral, ignoring(word, CodeNotLiteralIgnore), value);
            return true;
        case CodeCategory: // a set of that category alone: the word in front and a FAILURE behind
            *op = Op::Set;
            if (!take(&value, end) || value >= CategoryCount) return false;
            m_words.insert(m_words.end(), {CodeCategory, value, CodeFailure});
            *a = addSet(CharacterSet::Form::Words, Folding::None, static_cast<uint32_t>(m_words.size() - 3));
            return true;
        case CodeIn:
        case CodeInIgnore:
        case CodeInLocIgnore:
        case CodeInUniIgnore: {
            *op = Op::Set;
            size_t past;
            if (!takeSkip(&past, end)) return false;
            if (checkSet(&m_words[m_at], &m_words[0] + past) != &m_words[0] + past) return false;
            *a = addSet(CharacterSet::Form::Words, word == CodeIn ? Folding::None : ignoring(word, CodeInIgnore), static_cast<uint32_t>(m_at));
            m_at = past;
            return true;
        }
        }
        return false;
    }
    // Each operation has its forms for ASCII, the locale and Unicode four words apart.
    static Folding ignoring(uint32_t word, uint32_t ascii) {
        return word == ascii ? Folding::Ascii : word == ascii + 4 ? Folding::Locale : Folding::Unicode;
    }

    bool sequence(size_t end) {
        if (!enterNative(" in regular expression")) return false;
        bool good = true;
        while (good && m_at < end) good = operation(end);
        leaveNative();
        return good && m_at == end;
    }

    bool operation(size_t end) {
        uint32_t word, value;
        if (!take(&word, end)) return false;
        Op op;
        switch (word) {
        case CodeFailure: emit(Op::Fail); return true;
        case CodeMark:
            if (!take(&value, end) || value > 2 * m_groups + 1) return false;
            emit(Op::Mark, value);
            return true;
        case CodeAt:
            if (!take(&value, end) || value >= PlaceCount) return false;
            emit(Op::At, value);
            return true;
        case CodeGroupRef:
        case CodeGroupRefIgnore:
        case CodeGroupRefLocIgnore:
        case CodeGroupRefUniIgnore:
            if (!take(&value, end) || value >= m_groups) return false;
            emit(Op::GroupRef, value);
            if (word != CodeGroupRef) code().back().folding = ignoring(word, CodeGroupRefIgnore);
            return true;
        case CodeBranch: return branch(end);
        case CodeGroupRefExists: return conditional(end);
        case CodeRepeatOne: return repeatOne(Op::RepeatGreedy, end);
        case CodeMinRepeatOne: return repeatOne(Op::RepeatLazy, end);
        case CodePossessiveRepeatOne: return repeatOne(Op::RepeatPossessive, end);
        case CodeRepeat: return loop(end);
        case CodePossessiveRepeat: return possessiveLoop(end);
        case CodeAssert:
        case CodeAssertNot: return look(word == CodeAssertNot, end);
        case CodeAtomicGroup: return atomic(end);
        default:
            if (!unit(word, end, &op, &value)) return false;
            emit(op, value);
            return true;
        }
    }

    bool branch(size_t end) {
        std::vector<uint32_t> jumps;
        size_t target = 0; // where all alternatives end
        for (;;) {
            size_t from = m_at, next;
            if (m_at < end && m_words[m_at] == 0) break;
            if (!takeSkip(&next, end) || next - from < 3) return false;
            uint32_t split = emit(Op::Split);
            if (!sequence(next - 2) || !expect(CodeJump, end)) return false;
            size_t past;
            if (!takeSkip(&past, end)) return false;
            if (!jumps.empty() && past != target) return false;
            target = past;
            jumps.push_back(emit(Op::Jump));
            code()[split].target = here();
        }
        ++m_at;
        if (jumps.empty() || m_at != target) return false;
        emit(Op::Fail); // of the last Split, which findFirsts takes away where it can
        for (uint32_t jump : jumps) code()[jump].target = here();
        return true;
    }

    // The first part ends with a JUMP over the second, where there is one.
    bool conditional(size_t end) {
        uint32_t group;
        if (!take(&group, end) || group >= m_groups) return false;
        size_t from = m_at, past = 0;
        uint32_t skip;
        if (!take(&skip, end) || skip < 2 || skip - 1 > end - from) return false;
        size_t other = from + skip - 1;
        uint32_t test = emit(Op::GroupExists, group), jump = 0;
        while (m_at < other) {
            if (m_words[m_at] == CodeJump && m_at + 2 == other) {
                ++m_at;
                size_t jumpFrom = m_at;
                uint32_t over;
                if (!take(&over, end) || over == 0 || over > end - jumpFrom) return false;
                past = jumpFrom + over;
                jump = emit(Op::Jump);
                break;
            }
            if (!operation(other)) return false;
        }
        if (m_at != other) return false;
        code()[test].target = here();
        if (!past) return true;
        if (!sequence(past)) return false;
        code()[jump].target = here();
        return true;
    }

    bool bounds(size_t end, uint32_t* least, uint32_t* most) { return take(least, end) && take(most, end) && *least <= *most; }

    bool repeatOne(Op op, size_t end) {
        size_t past;
        Instruction made;
        made.op = op;
        uint32_t word;
        if (!takeSkip(&past, end) || !bounds(past, &made.least, &made.most) || !take(&word, past) || !unit(word, past, &made.unit, &made.a))
            return false;
        if (!expect(CodeSuccess, past) || m_at != past) return false;
        m_program.code.push_back(made);
        return true;
    }

    bool loop(size_t end) {
        size_t past;
        uint32_t least, most, word;
        if (!takeSkip(&past, end) || !bounds(past, &least, &most)) return false;
        uint32_t enter = emit(Op::LoopEnter), number = m_program.loops++;
        if (!sequence(past) || !take(&word, end) || (word != CodeMaxUntil && word != CodeMinUntil)) return false;
        closeLoop(word == CodeMaxUntil ? Op::MaxUntil : Op::MinUntil, enter, number, least, most);
        return true;
    }
    bool possessiveLoop(size_t end) {
        size_t past;
        uint32_t least, most;
        if (!takeSkip(&past, end) || !bounds(past, &least, &most)) return false;
        uint32_t enter = emit(Op::PossessiveEnter), number = m_program.loops++;
        if (!sequence(past) || !expect(CodeSuccess, end)) return false;
        closeLoop(Op::PossessiveEnd, enter, number, least, most);
        return true;
    }
    void closeLoop(Op op, uint32_t enter, uint32_t number, uint32_t least, uint32_t most) {
        uint32_t until = emit(op, number);
        code()[enter].target = until;
        code()[enter].a = number;
        code()[until].target = enter + 1;
        code()[until].least = least;
        code()[until].most = most;
    }

    bool look(bool negative, size_t end) {
        size_t past;
        uint32_t back;
        if (!takeSkip(&past, end) || !take(&back, past)) return false;
        uint32_t enter = emit(Op::Look, back);
        code()[enter].negative = negative;
        if (!sequence(past - 1) || !expect(CodeSuccess, past)) return false;
        emit(Op::LookEnd);
        code()[enter].target = here();
        return true;
    }
    bool atomic(size_t end) {
        size_t past;
        if (!takeSkip(&past, end)) return false;
        uint32_t enter = emit(Op::Atomic);
        if (!sequence(past - 1) || !expect(CodeSuccess, past)) return false;
        code()[emit(Op::AtomicEnd)].target = enter;
        return true;
    }

    // What the compiler tells beforehand is checked, and not used: findFirsts finds more.
    bool info(size_t end) {
        uint32_t flags, least, most, length, skip, overlap;
        size_t past;
        ++m_at;
        if (!takeSkip(&past, end) || !take(&flags, past) || !take(&least, past) || !take(&most, past)) return false;
        if (flags & ~(InfoPrefix | InfoLiteral | InfoCharset) || ((flags & InfoPrefix) && (flags & InfoCharset))) return false;
        if ((flags & InfoLiteral) && !(flags & InfoPrefix)) return false;
        if (flags & InfoPrefix) {
            if (!take(&length, past) || !take(&skip, past) || skip > length || past - m_at != size_t{2} * length) return false;
            m_at += length;
            for (uint32_t i = 0; i < length; ++i)
                if (!take(&overlap, past) || overlap >= length) return false;
        }
        if (flags & InfoCharset) {
            if (m_at == past || checkSet(&m_words[m_at], &m_words[0] + past) != &m_words[0] + past) return false;
            m_at = past;
        }
        return m_at == past;
    }

    Program& m_program;
    std::vector<uint32_t>& m_words;
    uint32_t m_groups;
    size_t m_at = 0;
};

}

std::unique_ptr<Program> translate(std::vector<uint32_t> words, uint32_t groups) {
    auto program = std::make_unique<Program>();
    program->words = std::move(words);
    program->marks = 2 * (groups + 1);
    if (!Translator(*program, groups).whole()) return nullptr;
    findFirsts(*program);
    return program;
}

}
