// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <iostream>
#include <sstream>

#include "app/command_rules.h"
#include "app/command_table.h"
#include "app/help_text.h"
#include "app/versions.h"
#include "core/host/walls/confinement.h"

namespace memtape {

namespace {

// All of `text`, or it is no number: the library takes "-1" for a large one, one that is too large for the largest, and "nan" for one in every range.
template <class Number> bool isWithin(std::string_view text, Number least, Number most, Number& value) {
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value >= least && value <= most;
}

// Why `text` is not allowed; empty: it is.
struct WhyNot {
    const std::string& text;

    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(const WholeNumbers& range) const {
        uint64_t value = 0;
        if (isWithin(text, range.least, range.most, value)) return {};
        return "wants a whole number from " + std::to_string(range.least) + (range.most == UINT64_MAX ? "" : " to " + std::to_string(range.most)) +
               ", not '" + text + "'";
    }
    std::string operator()(const Numbers& range) const {
        double value = 0;
        if (isWithin(text, range.least, range.most, value)) return {};
        std::ostringstream why;
        why << "wants a number from " << range.least << " to " << range.most << ", not '" << text << "'";
        return why.str();
    }
    std::string operator()(const Words& words) const {
        if (std::find(words.begin(), words.end(), text) != words.end()) return {};
        std::string why = "wants ";
        for (size_t i = 0; i < words.size(); ++i) why.append(i == 0 ? "" : i + 1 == words.size() ? " or " : ", ").append(words[i]);
        return why + ", not '" + text + "'";
    }
};

// Gives the library an option, or an operand, that keeps its value where the row says.
struct Adder {
    CLI::App& verb;
    CommandLine& out;
    std::string name, meaning;
    const Allowed& allowed;

    CLI::Option* operator()(bool CommandLine::*flag) const { return verb.add_flag(name, out.*flag, meaning); }
    CLI::Option* operator()(TurnsOff off) const {
        bool& flag = out.*off.flag;
        return verb.add_flag_callback(
            name, [&flag] { flag = false; }, meaning);
    }
    CLI::Option* operator()(SizeOfView size) const {
        int &width = out.*size.width, &height = out.*size.height;
        const auto& range = std::get<WholeNumbers>(allowed);
        auto take = [name = name, range, &width, &height](const std::string& text) {
            const int least = int(range.least), most = int(range.most);
            const size_t cross = std::min(text.find('x'), text.size());
            const std::string_view view = text;
            if (cross < text.size() && isWithin(view.substr(0, cross), least, most, width) && isWithin(view.substr(cross + 1), least, most, height))
                return;
            throw CLI::ValidationError(name, "wants WxH, two whole numbers from " + std::to_string(least) + " to " + std::to_string(most) +
                                                 ", not '" + text + "'");
        };
        return verb.add_option_function<std::string>(name, take, meaning);
    }
    CLI::Option* operator()(StepAndPart target) const {
        auto take = [name = name, &steps = out.*target.steps, &part = out.*target.part](const std::string& text) {
            const std::string_view word = text;
            const size_t dot = word.find('.');
            uint64_t step = 0;
            uint32_t number = 0;
            const bool hasPart = dot != std::string_view::npos;
            if (!isWithin(word.substr(0, dot), uint64_t{0}, UINT64_MAX, step) || (hasPart && !isWithin(word.substr(dot + 1), 0u, UINT32_MAX, number)))
                throw CLI::ValidationError(name, "wants a whole number from 0, or two, N.K, not '" + text + "'");
            steps = {step};
            if (hasPart) part = number;
        };
        return verb.add_option_function<std::string>(name, take, meaning);
    }
    template <class Value> CLI::Option* operator()(Value CommandLine::*place) const {
        auto whyNot = [allowed = allowed](const std::string& text) { return std::visit(WhyNot{text}, allowed); };
        return verb.add_option(name, out.*place, meaning)->check(whyNot);
    }
};

template <class Value> constexpr bool isList(Value CommandLine::*) {
    return std::is_same_v<Value, std::vector<std::string>> || std::is_same_v<Value, std::vector<uint64_t>>;
}
template <class Other> constexpr bool isList(Other) { return false; }

void addOption(CLI::App& verb, const OptionRow& row, CommandLine& out) {
    CLI::Option* option = std::visit(Adder{verb, out, std::string(row.name), std::string(row.meaning), row.allowed}, row.target);
    if (row.times == OptionRow::Times::Once) option->required();
    if (row.times == OptionRow::Times::Any) option->allow_extra_args(false);
    else if (std::visit([](auto target) { return isList(target); }, row.target)) option->expected(1);
    if (!row.needs.empty()) option->needs(verb.get_option(std::string(row.needs)));
    if (!row.excludes.empty()) option->excludes(verb.get_option(std::string(row.excludes)));
}

void addOperand(CLI::App& verb, const OperandRow& row, CommandLine& out) {
    CLI::Option* operand = std::visit(Adder{verb, out, std::string(row.name), std::string(row.meaning), row.allowed}, row.target);
    if (row.least > 0) operand->required();
    if (row.most > 1) operand->expected(row.least, row.most);
}

const VerbRow* verbNamed(std::string_view name) {
    for (const VerbRow& verb : verbTable())
        if (verb.name == name) return &verb;
    return nullptr;
}

bool takesNextWord(const VerbRow& verb, std::string_view word) {
    for (const OptionGroup* group : verb.groups)
        for (const OptionRow& option : group->options)
            if (option.name == word) return !option.value.empty();
    return false;
}

// Where the program's arguments follow, Memtape's options stand before FILE, and all after it is not for the library to see. How many words are ours.
int countOwnWords(int argc, char** argv) {
    const VerbRow* verb = argc > 1 ? verbNamed(argv[1]) : nullptr;
    if (!verb || !verb->argumentsFollow) return argc;
    for (int i = 2; i < argc; ++i) {
        std::string_view word = argv[i];
        if (word == "--") return std::min(i + 2, argc);
        if (word.size() < 2 || word[0] != '-') return i + 1; // FILE
        if (takesNextWord(*verb, word)) ++i;
    }
    return argc;
}

// The words with which something is asked for, without the files that are read and written.
std::vector<std::string> spokenWords(int argc, char** argv, const CommandLine& line) {
    std::vector<std::string> words;
    for (int i = 2; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "-o") ++i;
        else if (word != line.file && word != "-o" + line.output) words.push_back(word);
    }
    return words;
}

// -1: go on. 0: help was shown. 2: `problem` says what is wrong.
int parse(int argc, char** argv, CommandLine& out, std::string& problem) {
    CLI::App app{"", "memtape"};
    app.set_version_flag("--version", [] { return versionText() + wallsSentence(); });
    app.require_subcommand(0, 1);
    for (const VerbRow& row : verbTable()) {
        CLI::App* verb = row.name.empty() ? &app : app.add_subcommand(std::string(row.name));
        for (const OperandRow& operand : row.operands) addOperand(*verb, operand, out);
        for (const OptionGroup* group : row.groups)
            for (const OptionRow& option : group->options) addOption(*verb, option, out);
    }
    int own = countOwnWords(argc, argv);
    out.arguments.assign(argv + own, argv + argc);
    auto asked = [&app]() -> const VerbRow& {
        const auto verbs = app.get_subcommands();
        return *verbNamed(verbs.empty() ? "" : verbs.front()->get_name());
    };
    try {
        app.parse(own, argv);
    } catch (const CLI::CallForHelp&) {
        std::cout << helpText(asked());
        return 0;
    } catch (const CLI::CallForVersion& e) {
        std::cout << e.what() << "\n";
        return 0;
    } catch (const CLI::ParseError& e) {
        problem = e.what();
        std::replace(problem.begin(), problem.end(), '\n', ' ');
        return 2;
    }
    out.verb = asked().verb;
    problem = problemOfCall(out);
    for (std::string& word : spokenWords(own, argv, out)) out.spoken.push_back(std::move(word));
    return problem.empty() ? -1 : 2;
}

}

int parseCommandLine(int argc, char** argv, CommandLine& out) {
    std::string problem;
    const int status = parse(argc, argv, out, problem);
    if (status == 2) std::cerr << "memtape: " << problem << "\n";
    return status;
}

std::string takeWords(const std::vector<std::string>& words, CommandLine& out) {
    std::vector<std::string> kept(words);
    kept.insert(kept.begin(), "memtape");
    std::vector<char*> pointers;
    for (std::string& word : kept) pointers.push_back(word.data());
    pointers.push_back(nullptr);
    for (const std::string& word : words)
        if (word == "--help" || word == "-h" || word == "--version") return "'" + word + "' has no place here";
    std::string problem;
    const int width = out.width;
    parse(int(kept.size()), pointers.data(), out, problem);
    if (out.width != width) out.widthInCentimetres = 0; // the nearer word counts
    return problem;
}

}
