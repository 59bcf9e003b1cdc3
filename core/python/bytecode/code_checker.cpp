// SPDX-License-Identifier: GPL-3.0-or-later
// Whether instructions that a program has put together may be run: each is followed with what its operands may be, as the loop looks at little.
//
// A frame's slots and stack are followed as sets of kinds (FrameState). Where ways meet, a place may be what it is on either. An instruction is refused
// if what it takes may be of a kind that the loop would read as another: an empty slot as an object, any object as the list that an item is appended to.

#include <algorithm>
#include <map>
#include <optional>

#include "core/python/bytecode/cpython_code.h"
#include "core/python/bytecode/opcodes.h"

namespace memtape {

namespace {

enum Kind : uint16_t {
    Plain = 1, // an object of which no more is known
    Empty = 2, // none
    List = 4,
    Set = 8,
    Dict = 16,
    Tuple = 32,
    Text = 64,
    Code = 128,
    Function = 256,
    Exception = 512,  // an instance
    Handled = 1024,   // an exception or None
    Index = 2048,     // the int of an instruction
    CellOf = 4096,    // what a closure shares
    Closure = 8192,   // a tuple of these
    NewTuple = 16384, // one that only the stack has
};
constexpr uint16_t anyTuple = Tuple | Closure | NewTuple, anyObject = static_cast<uint16_t>(~Empty);

struct Value {
    uint16_t kinds = Plain;
    int32_t count = -1;    // of a tuple's items, where known
    int32_t constant = -1; // its index in the constants, where it is one; of a function: its code's

    bool isOnly(uint16_t allowed) const { return !(kinds & ~allowed); }
    bool join(const Value& other) {
        const Value before = *this;
        kinds |= other.kinds;
        if (count != other.count) count = -1;
        if (constant != other.constant) constant = -1;
        return kinds != before.kinds || count != before.count || constant != before.constant;
    }
};

struct FrameState {
    std::vector<uint16_t> locals;
    std::vector<Value> stack;

    // False: they cannot meet, as their stacks are of different depth.
    bool join(const FrameState& other, bool* changed) {
        if (stack.size() != other.stack.size()) return false;
        for (size_t i = 0; i < locals.size(); ++i) {
            *changed |= (other.locals[i] & ~locals[i]) != 0;
            locals[i] |= other.locals[i];
        }
        for (size_t i = 0; i < stack.size(); ++i) *changed |= stack[i].join(other.stack[i]);
        return true;
    }
};

class Checker {
public:
    Checker(const CodeUnit& unit, const std::vector<ConstantFacts>& constants) : m_unit(unit), m_constants(constants) {}

    bool check() {
        constexpr size_t mostPlaces = 1u << 24; // that are followed: more than any compiler makes, and soon over
        const size_t places = m_unit.localsPlusNames.size() + m_unit.stackSize;
        if (m_unit.instructions.empty() || places > mostPlaces) return false;
        for (const Instruction& instruction : m_unit.instructions)
            if (!operandFits(instruction)) return false;
        findMeetings();
        if (m_meetings.size() * places > mostPlaces) return false;
        if (!meet(0, start())) return false;
        while (!m_open.empty()) {
            const uint32_t i = m_open.back();
            m_open.pop_back();
            if (!followFrom(i)) return false;
        }
        return true;
    }

private:
    Opcode opcodeAt(uint32_t i) const { return static_cast<Opcode>(m_unit.instructions[i].opcode); }

    // ---- operands by themselves

    bool operandFits(const Instruction& instruction) const {
        const uint32_t n = instruction.operand;
        const auto opcode = static_cast<Opcode>(instruction.opcode);
        const size_t locals = m_unit.localsPlusNames.size();
        const auto isShared = [&](uint32_t slot) { return slot < locals && (m_unit.localsPlusKinds[slot] & (LocalKind::Cell | LocalKind::Free)); };
        switch (opcodeInfo(opcode).operand) {
        case OperandKind::Constant: return n < m_constants.size();
        case OperandKind::Name: return n < m_unit.names.size();
        case OperandKind::NameAndNull:
        case OperandKind::NameAndMethod: return n >> 1 < m_unit.names.size();
        case OperandKind::SuperName: return n >> 2 < m_unit.names.size();
        case OperandKind::Local: return n < locals;
        case OperandKind::TwoLocals: return (n >> 4) < locals && (n & 15) < locals;
        case OperandKind::Deref: return isShared(n);
        case OperandKind::Depth: return n >= 1;
        case OperandKind::Binary: return n < binaryOperationCount;
        case OperandKind::Compare: return n >> 5 <= CompareGe;
        case OperandKind::Conversion: return n >= ConvertStr && n <= ConvertAscii;
        case OperandKind::Intrinsic1: return n >= 1 && n <= IntrinsicTypeAlias;
        case OperandKind::Intrinsic2: return n >= 1 && n <= IntrinsicSetTypeParamDefault;
        case OperandKind::Count:
            if (opcode == Opcode::RaiseVarargs) return n <= 2;
            if (opcode == Opcode::BuildSlice) return n == 2 || n == 3;
            return n <= m_unit.stackSize || opcode == Opcode::CopyFreeVars;
        default: return true;
        }
    }

    // ---- where ways meet

    void findMeetings() {
        const auto add = [this](uint32_t i) { m_meetings.emplace(i, std::nullopt); };
        add(0);
        for (uint32_t i = 0; i < m_unit.instructions.size(); ++i) {
            if (opcodeInfo(opcodeAt(i)).operand != OperandKind::Jump) continue;
            add(m_unit.instructions[i].operand);
            if (opcodeAt(i) == Opcode::ForIter) add(m_unit.instructions[i].operand + 2);
        }
        for (const ExceptionEntry& entry : m_unit.exceptionTable) add(entry.target);
    }

    FrameState start() const {
        FrameState state;
        state.locals.assign(m_unit.localsPlusNames.size(), Empty);
        const uint32_t arguments =
            m_unit.argCount + m_unit.kwOnlyArgCount + ((m_unit.flags & CodeFlag::VarArgs) != 0) + ((m_unit.flags & CodeFlag::VarKeywords) != 0);
        std::fill_n(state.locals.begin(), arguments, Plain);
        return state;
    }

    bool meet(uint32_t i, const FrameState& state) {
        if (i >= m_unit.instructions.size() || state.stack.size() > m_unit.stackSize) return false;
        std::optional<FrameState>& known = m_meetings.at(i);
        bool changed = !known;
        if (!known) known = state;
        else if (!known->join(state, &changed)) return false;
        if (changed) m_open.push_back(i);
        return true;
    }

    bool followFrom(uint32_t i) {
        FrameState state = *m_meetings.at(i);
        for (;;) {
            bool ends = false;
            if (!step(i, state, &ends)) return false;
            if (ends) return true;
            if (++i >= m_unit.instructions.size()) return false;
            if (m_meetings.count(i)) return meet(i, state);
        }
    }

    // ---- one instruction

    const ExceptionEntry* handlerAt(uint32_t i) const {
        const auto& table = m_unit.exceptionTable; // in order, and apart from one another
        const auto after = std::upper_bound(table.begin(), table.end(), i, [](uint32_t at, const ExceptionEntry& entry) { return at < entry.start; });
        return after != table.begin() && i < std::prev(after)->end ? &*std::prev(after) : nullptr;
    }

    // An instruction that fails has taken no more off the stack than what it is there to take.
    bool fails(uint32_t i, const FrameState& state, size_t taken) {
        const ExceptionEntry* handler = handlerAt(i);
        if (!handler) return true;
        if (handler->depth + taken > state.stack.size()) return false;
        FrameState caught = state;
        caught.stack.resize(handler->depth);
        if (handler->pushesLasti) caught.stack.push_back({Index});
        caught.stack.push_back({Exception});
        return meet(handler->target, caught);
    }

    static size_t taken(Opcode opcode, size_t popped) {
        switch (opcode) {
        case Opcode::Copy:
        case Opcode::Swap:
        case Opcode::PushExcInfo:     // never fails
        case Opcode::YieldValue:      // fails when something is thrown in, which has put None in its place
        case Opcode::WithExceptStart: // only looks
        case Opcode::GetAnext: return 0;
        case Opcode::ListAppend:
        case Opcode::ListExtend:
        case Opcode::SetAdd:
        case Opcode::SetUpdate:
        case Opcode::DictUpdate:
        case Opcode::DictMerge:
        case Opcode::Reraise: return 1;
        case Opcode::MapAdd: return 2;
        default: return popped;
        }
    }

    bool step(uint32_t i, FrameState& state, bool* ends) {
        const Opcode opcode = opcodeAt(i);
        const uint32_t n = m_unit.instructions[i].operand;
        const int popped = valuesPopped(opcode, n), pushed = valuesPushed(opcode, n);
        if (popped < 0 || static_cast<size_t>(popped) > state.stack.size()) return false;
        if (state.stack.size() - static_cast<size_t>(popped) + static_cast<size_t>(pushed) > m_unit.stackSize) return false;
        if (!fails(i, state, taken(opcode, static_cast<size_t>(popped)))) return false;
        if (!apply(i, opcode, n, state, static_cast<size_t>(popped), static_cast<size_t>(pushed))) return false;
        switch (opcode) {
        case Opcode::ReturnValue:
        case Opcode::ReturnConst:
        case Opcode::RaiseVarargs:
        case Opcode::Reraise: *ends = true; return true;
        case Opcode::InterpreterExit:
        case Opcode::ExitInitCheck: return false;
        case Opcode::JumpForward:
        case Opcode::JumpBackward:
        case Opcode::JumpBackwardNoInterrupt: *ends = true; return meet(n, state);
        case Opcode::ForIter: { // behind EndFor and PopTop where the iterator is not a generator
            FrameState over = state;
            over.stack.resize(over.stack.size() - 2);
            return meet(n, state) && meet(n + 2, over);
        }
        default: return opcodeInfo(opcode).operand != OperandKind::Jump || meet(n, state);
        }
    }

    bool apply(uint32_t i, Opcode opcode, uint32_t n, FrameState& state, size_t popped, size_t pushed) {
        std::vector<Value>& stack = state.stack;
        const auto top = [&stack](size_t below = 0) -> Value& { return stack[stack.size() - 1 - below]; };
        switch (opcode) {
        case Opcode::PopTop: stack.pop_back(); return true; // an empty one, too
        case Opcode::PushNull: stack.push_back({Empty}); return true;
        case Opcode::Copy: stack.push_back(Value(top(n - 1))); return true;
        case Opcode::Swap: std::swap(top(), top(n - 1)); return true;
        case Opcode::LoadConst: stack.push_back(constantValue(n)); return true;
        case Opcode::LoadFast:
        case Opcode::LoadFastCheck:
        case Opcode::LoadFastAndClear:
        case Opcode::LoadFastLoadFast:
        case Opcode::StoreFast:
        case Opcode::StoreFastLoadFast:
        case Opcode::StoreFastStoreFast:
        case Opcode::DeleteFast: return applyToLocals(opcode, n, state);
        case Opcode::MakeCell: state.locals[n] = CellOf; return true;
        case Opcode::CopyFreeVars: std::fill(state.locals.end() - n, state.locals.end(), CellOf); return true;
        case Opcode::LoadGlobal: stack.push_back({Plain}); break;
        case Opcode::LoadDeref:
        case Opcode::StoreDeref:
        case Opcode::DeleteDeref:
        case Opcode::LoadFromDictOrDeref:
            if (state.locals[n] != CellOf) return false;
            return exchange(stack, popped, pushed);
        case Opcode::ListAppend:
        case Opcode::ListExtend: return top().isOnly(anyObject) && top(n).isOnly(List) && (stack.pop_back(), true);
        case Opcode::SetAdd:
        case Opcode::SetUpdate: return top().isOnly(anyObject) && top(n).isOnly(Set) && (stack.pop_back(), true);
        case Opcode::DictUpdate: return top().isOnly(anyObject) && top(n).isOnly(Dict) && (stack.pop_back(), true);
        case Opcode::DictMerge: return top().isOnly(anyObject) && top(n).isOnly(Dict) && top(n + 3).isOnly(anyObject) && (stack.pop_back(), true);
        case Opcode::MapAdd:
            if (!top().isOnly(anyObject) || !top(1).isOnly(anyObject) || !top(n + 1).isOnly(Dict)) return false;
            stack.resize(stack.size() - 2);
            return true;
        case Opcode::Call: return top(n + 1).isOnly(anyObject) && (top(n).kinds |= Plain, top(n).kinds &= anyObject, exchange(stack, popped, pushed));
        case Opcode::CallKw: {
            const ConstantFacts* names = factsOf(top());
            if (!names || !names->isTupleOfTexts || names->count > n) return false;
            top(n + 1).kinds &= anyObject;
            return exchange(stack, popped, pushed);
        }
        case Opcode::CallFunctionEx:
            if (top(1 + (n & 1)).kinds != Empty) return false;
            top(1 + (n & 1)).kinds = Plain;
            return exchange(stack, popped, pushed);
        case Opcode::LoadAttr:
        case Opcode::LoadSuperAttr:
            if (!exchange(stack, popped, pushed)) return false;
            if (n & 1) top().kinds = Plain | Empty;
            return true;
        case Opcode::BuildConstKeyMap: {
            const Value keys = top();
            return keys.isOnly(anyTuple) && keys.count == static_cast<int32_t>(n) && exchange(stack, popped, pushed, {Dict});
        }
        case Opcode::BuildTuple: {
            uint16_t kinds = 0;
            for (size_t k = 0; k < n; ++k) kinds |= top(k).kinds;
            return exchange(stack, popped, pushed, {n && kinds == CellOf ? Closure : NewTuple, static_cast<int32_t>(n)});
        }
        case Opcode::BuildList: return exchange(stack, popped, pushed, {List});
        case Opcode::BuildSet: return exchange(stack, popped, pushed, {Set});
        case Opcode::BuildMap: return exchange(stack, popped, pushed, {Dict});
        case Opcode::BuildString:
            for (size_t k = 0; k < n; ++k)
                if (!top(k).isOnly(Text)) return false;
            return exchange(stack, popped, pushed, {Text});
        case Opcode::ConvertValue:
        case Opcode::FormatSimple:
        case Opcode::FormatWithSpec: return exchange(stack, popped, pushed, {Text});
        case Opcode::ForIter:
        case Opcode::GetAnext: return top().isOnly(anyObject) && (stack.push_back({Plain}), true);
        case Opcode::Send: return top(1).isOnly(anyObject) && top().isOnly(anyObject) && (top() = {Plain}, true);
        case Opcode::YieldValue: // 1: to whom it delegates lies below
            if (n && (stack.size() < 2 || !top(1).isOnly(anyObject))) return false;
            return exchange(stack, popped, pushed);
        default: return applyRarer(i, opcode, n, state, popped, pushed);
        }
        if (opcode == Opcode::LoadGlobal && (n & 1)) stack.push_back({Empty});
        return true;
    }

    bool applyToLocals(Opcode opcode, uint32_t n, FrameState& state) {
        std::vector<Value>& stack = state.stack;
        const auto load = [&](uint32_t slot) {
            stack.push_back({state.locals[slot]});
            return !(state.locals[slot] & Empty);
        };
        const auto store = [&](uint32_t slot) {
            state.locals[slot] = stack.back().kinds;
            stack.pop_back();
        };
        switch (opcode) {
        case Opcode::LoadFast: return load(n);
        case Opcode::LoadFastLoadFast: return load(n >> 4) && load(n & 15);
        case Opcode::StoreFast: store(n); return true;
        case Opcode::StoreFastLoadFast: store(n >> 4); return load(n & 15);
        case Opcode::StoreFastStoreFast:
            store(n >> 4);
            store(n & 15);
            return true;
        case Opcode::LoadFastCheck: // behind it, the local is bound
            state.locals[n] = state.locals[n] & anyObject ? state.locals[n] & anyObject : Plain;
            return load(n);
        case Opcode::LoadFastAndClear: load(n); break;
        default: break;
        }
        state.locals[n] = Empty; // LoadFastAndClear, DeleteFast
        return true;
    }

    bool applyRarer(uint32_t i, Opcode opcode, uint32_t n, FrameState& state, size_t popped, size_t pushed) {
        std::vector<Value>& stack = state.stack;
        const auto top = [&stack](size_t below = 0) -> Value& { return stack[stack.size() - 1 - below]; };
        switch (opcode) {
        case Opcode::MakeFunction: {
            const ConstantFacts* code = factsOf(top());
            if (!code || !code->isCode) return false;
            top().kinds = Function;
            return true;
        }
        case Opcode::SetFunctionAttribute: {
            const Value function = top(), part = top(1);
            const ConstantFacts* code = factsOf(function);
            if (!function.isOnly(Function) || !code) return false;
            if (n == FunctionDefaults || n == FunctionKwDefaults) return exchange(stack, popped, pushed, function); // are looked at as it runs
            if (n == FunctionAnnotations)
                return (part.isOnly(Dict) || (part.isOnly(anyTuple) && part.count >= 0 && part.count % 2 == 0)) &&
                       exchange(stack, popped, pushed, function);
            return n == FunctionClosure && part.isOnly(Closure) && part.count == static_cast<int32_t>(code->count) &&
                   exchange(stack, popped, pushed, function);
        }
        case Opcode::CallIntrinsic1: return intrinsicTakes(n, top()) && exchange(stack, popped, pushed, intrinsicGives(n));
        case Opcode::CallIntrinsic2: {
            const Value first = top(1), second = top();
            if (n == IntrinsicPrepReraiseStar)
                return first.isOnly(Exception | Handled) && second.isOnly(List) && exchange(stack, popped, pushed, {Handled});
            if (n == IntrinsicSetFunctionTypeParams)
                return first.isOnly(Function) && second.isOnly(anyTuple) && exchange(stack, popped, pushed, first);
            if (n != IntrinsicSetTypeParamDefault) return first.isOnly(Text) && exchange(stack, popped, pushed);
            return exchange(stack, popped, pushed);
        }
        case Opcode::RaiseVarargs: return exchange(stack, popped, pushed);
        case Opcode::Reraise: // None is told from an exception as it runs
            if (!top().isOnly(Exception | Handled) || (n && !top(n).isOnly(Index))) return false;
            stack.pop_back();
            return true;
        case Opcode::PushExcInfo:
            if (!top().isOnly(Exception)) return false;
            top().kinds = Handled;
            stack.push_back({Exception});
            return true;
        case Opcode::PopExcept: return top().isOnly(Exception | Handled) && (stack.pop_back(), true);
        case Opcode::CheckExcMatch: return top(1).isOnly(Exception) && top().isOnly(anyObject) && (top() = {Plain}, true);
        case Opcode::CheckEgMatch:
            if (!top(1).isOnly(Exception | Handled) || !top().isOnly(anyObject)) return false;
            top(1) = top() = {Handled};
            return true;
        case Opcode::WithExceptStart:
            if (!top().isOnly(Exception) || !top(3).isOnly(anyObject)) return false;
            stack.push_back({Plain});
            return true;
        case Opcode::EndAsyncFor: return top().isOnly(Exception) && exchange(stack, popped, pushed);
        case Opcode::CleanupThrow: return top().isOnly(Exception) && exchange(stack, popped, pushed);
        case Opcode::GetLen:
        case Opcode::MatchMapping:
        case Opcode::MatchSequence:
        case Opcode::ImportFrom: return top().isOnly(anyObject) && (stack.push_back({Plain}), true);
        case Opcode::MatchKeys: return top().isOnly(anyTuple) && top(1).isOnly(anyObject) && (stack.push_back({Plain}), true);
        case Opcode::MatchClass: {
            const ConstantFacts* names = factsOf(top());
            return names && names->isTupleOfTexts && exchange(stack, popped, pushed);
        }
        case Opcode::UnpackEx:
            if (!exchange(stack, popped, pushed)) return false;
            top(n & 0xFF) = {List};
            return true;
        case Opcode::ReturnGenerator: return stack.empty() && !handlerAt(i) && exchange(stack, popped, pushed);
        default: return exchange(stack, popped, pushed);
        }
    }

    static bool exchange(std::vector<Value>& stack, size_t popped, size_t pushed, Value value = {}) {
        for (size_t k = 0; k < popped; ++k) {
            if (!stack.back().isOnly(anyObject)) return false;
            stack.pop_back();
        }
        stack.insert(stack.end(), pushed, value);
        return true;
    }

    static bool intrinsicTakes(uint32_t which, const Value& value) {
        switch (which) {
        case IntrinsicStopIterationError: return value.isOnly(Exception);
        case IntrinsicListToTuple: return value.isOnly(List);
        case IntrinsicTypeVar:
        case IntrinsicParamSpec:
        case IntrinsicTypeVarTuple: return value.isOnly(Text);
        case IntrinsicTypeAlias: return value.isOnly(NewTuple) && value.count == 3;
        default: return true;
        }
    }
    static Value intrinsicGives(uint32_t which) {
        return which == IntrinsicListToTuple ? Value{NewTuple} : which == IntrinsicStopIterationError ? Value{Exception} : Value{};
    }

    const ConstantFacts* factsOf(const Value& value) const {
        return value.constant < 0 ? nullptr : &m_constants[static_cast<size_t>(value.constant)];
    }
    Value constantValue(uint32_t n) const {
        const ConstantFacts& facts = m_constants[n];
        Value value;
        value.kinds = facts.isCode ? Code : facts.isTuple ? Tuple : facts.isText ? Text : facts.isNone ? Handled : Plain;
        if (facts.isTuple) value.count = static_cast<int32_t>(facts.count);
        value.constant = static_cast<int32_t>(n);
        return value;
    }

    const CodeUnit& m_unit;
    const std::vector<ConstantFacts>& m_constants;
    std::map<uint32_t, std::optional<FrameState>> m_meetings; // before each instruction that is come to from elsewhere
    std::vector<uint32_t> m_open;                             // those from which it is to be followed anew
};

}

bool mayRun(const CodeUnit& unit, const std::vector<ConstantFacts>& constants) { return Checker(unit, constants).check(); }

}
