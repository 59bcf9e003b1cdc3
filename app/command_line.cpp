// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <charconv>
#include <iostream>
#include <sstream>

#include "core/session/language.h"

namespace memtape {

namespace {

// The library takes "-1" for a large number and a number that is too large for the largest.
CLI::Validator wholeNumber(uint64_t least, uint64_t most = UINT64_MAX) {
    return CLI::Validator(
        [least, most](std::string& text) {
            uint64_t value = 0;
            auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
            if (error == std::errc() && end == text.data() + text.size() && value >= least && value <= most) return std::string();
            std::string range = "from " + std::to_string(least) + (most == UINT64_MAX ? "" : " to " + std::to_string(most));
            return "wants a whole number " + range + ", not '" + text + "'";
        },
        "");
}

// The library takes "nan" for a number in every range.
CLI::Validator numberWithin(double least, double most) {
    return CLI::Validator(
        [least, most](std::string& text) {
            double value = 0;
            auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
            if (error == std::errc() && end == text.data() + text.size() && value >= least && value <= most) return std::string();
            std::ostringstream why;
            why << "wants a number from " << least << " to " << most << ", not '" << text << "'";
            return why.str();
        },
        "");
}

// WxH, two whole numbers: the size of a view.
CLI::Option* addSize(CLI::App* verb, const std::string& name, int& width, int& height, const std::string& help) {
    auto take = [name, &width, &height](const std::string& text) {
        constexpr int least = 200, most = 20000;
        auto number = [](const char* from, const char* end, int& value) {
            auto [stop, error] = std::from_chars(from, end, value);
            return error == std::errc() && stop == end && value >= least && value <= most;
        };
        const char* begin = text.data();
        const size_t cross = std::min(text.find('x'), text.size());
        const bool isSize = cross < text.size() && number(begin, begin + cross, width) && number(begin + cross + 1, begin + text.size(), height);
        if (!isSize)
            throw CLI::ValidationError(name, "wants WxH, two whole numbers from " + std::to_string(least) + " to " + std::to_string(most) +
                                                 ", not '" + text + "'");
    };
    return verb->add_option_function<std::string>(name, take, help)->type_name("WxH");
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
    std::string text;
    for (const std::string& word : words) text.append(text.empty() ? "" : between).append(word);
    return text;
}

void addLimits(CLI::App* verb, CommandLine& out, bool countsSteps) {
    verb->add_option("--max-heap", out.maxHeap, "Bytes that the program's heap may take (1 GiB)")->type_name("BYTES")->check(wholeNumber(0));
    verb->add_option("--input", out.input, "What input() reads (standard input)")->type_name("FILE");
    verb->add_option("--allow-read", out.allowRead, "A folder whose files the program may read")->type_name("DIR")->allow_extra_args(false);
    verb->add_option("--allow-write", out.allowWrite, "A folder in which the program may write")->type_name("DIR")->allow_extra_args(false);
    verb->add_option("--path", out.libraryPaths, "A folder of Python packages that the program may import")
        ->type_name("DIR")
        ->allow_extra_args(false);
    verb->add_option("--scratch", out.maxScratch, "Bytes that the files which the program makes in memory may take (256 MiB)")
        ->type_name("BYTES")
        ->check(wholeNumber(0));
    verb->add_option("--hash-seed", out.hashSeed, "As PYTHONHASHSEED (0)")->type_name("N")->check(wholeNumber(0, UINT32_MAX));
    verb->add_flag("--virtual-time", out.virtualTime, "Waits and timeouts take no time");
    if (!countsSteps) return;
    verb->add_option("--max-steps", out.maxSteps, "Stop after so many steps (1 000 000 000)")->type_name("N")->check(wholeNumber(1));
    verb->add_option("--max-tape", out.maxTape, "Bytes that the recording may take in memory (2 GiB)")->type_name("BYTES")->check(wholeNumber(1));
    verb->add_flag("--step-into-library", out.stepIntoLibrary, "Steps in the library's code too");
}

void addProgram(CLI::App* verb, CommandLine& out) { verb->add_option("FILE", out.file, "The program; - reads it from standard input")->required(); }

// `run` and `record`: our options stand before FILE, all after it is the program's own and not for the library to see. How many words are ours.
int countOwnWords(int argc, char** argv) {
    std::string_view verb = argc > 1 ? argv[1] : "";
    if (verb != "run" && verb != "record") return argc;
    for (int i = 2; i < argc; ++i) {
        std::string_view word = argv[i];
        if (word == "--") return std::min(i + 2, argc);
        if (word.size() < 2 || word[0] != '-') return i + 1; // FILE
        for (std::string_view option :
             {"-o", "--max-heap", "--max-steps", "--max-tape", "--input", "--allow-read", "--allow-write", "--path", "--scratch", "--hash-seed"})
            if (word == option) ++i; // the next word is its value
    }
    return argc;
}

}

int parseCommandLine(int argc, char** argv, CommandLine& out) {
    CLI::App app{"Memtape shows what a " + joined(languageNames(), " or ") + " program does to memory.", "memtape"};
    app.set_version_flag("--version", std::string("memtape ") + MEMTAPE_VERSION);
    app.require_subcommand(0, 1);
    app.add_option("FILE", out.file, "A program (" + joined(programFileEndings(), ", ") + ") or a recording (.tape) to open in the window");
    app.add_option("--max-steps", out.windowSteps, "Stop recording after so many steps, and ask whether to go on (10 000 000)")
        ->type_name("N")
        ->check(wholeNumber(1));

    CLI::App* run = app.add_subcommand("run", "Run a program");
    CLI::App* record = app.add_subcommand("record", "Run a program and keep every memory event");
    CLI::App* state = app.add_subcommand("state", "Print the memory at a step");
    CLI::App* exporting = app.add_subcommand("export", "Draw a snapshot as PNG, SVG or PDF, or write it as data (JSON)");
    CLI::App* info = app.add_subcommand("info", "Print the figures of a run");

    addLimits(run, out, false);
    addProgram(run, out);
    addLimits(record, out, true);
    record->add_option("-o", out.output, "The tape to write")->type_name("OUT.tape")->required();
    addProgram(record, out);

    addLimits(state, out, true);
    state->add_option("FILE", out.file, "A program or a tape")->required();
    auto* step = state->add_option("--step", out.steps, "The step")->type_name("N")->expected(1)->check(wholeNumber(0));
    state->add_flag("--all", out.all, "Every step, one a line")->excludes(step);
    state->add_flag("--json", out.json, "As JSON");
    state->add_flag("--everything", out.everything, "Every live object, not only those reached from the stack");

    addLimits(exporting, out, true);
    exporting->add_option("FILE", out.file, "A program or a tape")->required();
    exporting->add_option("--step", out.steps, "A step; may be given again")->type_name("N")->allow_extra_args(false)->check(wholeNumber(0));
    exporting->add_option("--range", out.range, "Steps A to B")->type_name("A:B");
    exporting->add_option("--line", out.line, "The K-th time that line L is about to run")->type_name("L[:K]");
    exporting->add_flag("--last", out.last, "The last step");
    exporting->add_option("-o", out.output, "The picture to write")->type_name("OUT")->required();
    exporting->add_option("--theme", out.theme, "light, dark or print")->check(CLI::IsMember({"light", "dark", "print"}));
    exporting->add_option("--scale", out.scale, "Pixels to a point (1)")->type_name("N")->check(numberWithin(0.1, 16));
    exporting->add_option("--detail", out.detail, "names, values, objects or bytes")->check(CLI::IsMember({"names", "values", "objects", "bytes"}));
    auto* width = exporting->add_option("--width", out.width, "Width of the page, for which the picture is laid out")
                      ->type_name("PX")
                      ->check(wholeNumber(200, 20000));
    exporting->add_option("--width-cm", out.widthInCentimetres, "The same in centimetres")
        ->type_name("CM")
        ->check(numberWithin(4, 400))
        ->excludes(width);
    addSize(exporting, "--view", out.viewWidth, out.viewHeight, "The size of stack and heap that the layout is made for (1000x640)");
    exporting->add_flag("--crop", out.crop, "Only the part in which something is drawn");
    exporting->add_flag("--strip", out.strip, "All steps on one page");
    exporting->add_option("--tree", out.trees, "down or across: which way trees grow (down where the view is wide enough)")
        ->check(CLI::IsMember({"down", "across"}));
    exporting->add_option("--title", out.title, "A heading")->type_name("TEXT");
    exporting->add_flag_callback(
        "--no-legend", [&out] { out.legend = false; }, "Without the meanings of the signs");
    exporting->add_flag("--code", out.code, "With the program's text beside it");

    addLimits(info, out, true);
    info->add_option("FILE", out.file, "A program or a tape")->required();
    info->add_flag("--json", out.json, "As JSON");

    int own = countOwnWords(argc, argv);
    out.arguments.assign(argv + own, argv + argc);
    try {
        app.parse(own, argv);
    } catch (const CLI::ParseError& e) {
        if (e.get_exit_code() == 0) { // --help, --version
            app.exit(e);
            return 0;
        }
        std::string what = e.what();
        for (char& c : what) {
            if (c == '\n') c = ' ';
        }
        std::cerr << "memtape: " << what << "\n";
        return 2;
    }
    using Verb = CommandLine::Verb;
    if (run->parsed()) out.verb = Verb::Run;
    else if (record->parsed()) out.verb = Verb::Record;
    else if (state->parsed()) out.verb = Verb::State;
    else if (exporting->parsed()) out.verb = Verb::Export;
    else if (info->parsed()) out.verb = Verb::Info;
    if (out.verb == Verb::State && !out.all && out.steps.empty()) {
        std::cerr << "memtape: state needs --step N or --all\n";
        return 2;
    }
    return -1;
}

}
