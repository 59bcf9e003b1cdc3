// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_options.h"

namespace memtape::options {

using Line = CommandLine;
using Times = OptionRow::Times;

const OptionGroup window = {
    "Recording",
    {
        {"--max-steps", "N", "Stop recording after so many steps, and ask whether to go on (10 000 000)", &Line::windowSteps, WholeNumbers{1}},
    }};

const OptionGroup access = {
    "What the program may use",
    {
        {"--input", "FILE", "What input() reads (standard input)", &Line::input, {}, Offers::Files},
        {"--allow-read", "DIR", "A folder whose files the program may read; may be given again", &Line::allowRead, {}, Offers::Folders, Times::Any},
        {"--allow-write", "DIR", "A folder in which the program may write; may be given again", &Line::allowWrite, {}, Offers::Folders, Times::Any},
        {"--path",
         "DIR",
         "A folder of packages that the program may import; may be given again",
         &Line::libraryPaths,
         {},
         Offers::Folders,
         Times::Any},
        {"--hash-seed", "N", "As PYTHONHASHSEED (0)", &Line::hashSeed, WholeNumbers{0, UINT32_MAX}},
        {"--virtual-time", "", "Waits and timeouts take no time", &Line::virtualTime},
    }};

const OptionGroup limits = {
    "Limits",
    {
        {"--max-heap", "BYTES", "Bytes that the program's heap may take (1 GiB)", &Line::maxHeap, WholeNumbers{0}},
        {"--scratch", "BYTES", "Bytes that the files which the program makes in memory may take (256 MiB)", &Line::maxScratch, WholeNumbers{0}},
    }};

const OptionGroup counted = {"Limits of a recording",
                             {
                                 {"--max-steps", "N", "Stop after so many steps (1 000 000 000)", &Line::maxSteps, WholeNumbers{1}},
                                 {"--max-tape", "BYTES", "Bytes that the recording may take (2 GiB)", &Line::maxTape, WholeNumbers{1}},
                                 {"--max-output", "BYTES", "Stop when the program has printed so many bytes (as many as the recording holds)",
                                  &Line::maxOutput, WholeNumbers{0}},
                                 {"--step-into-library", "", "Steps in the library's code too", &Line::stepIntoLibrary},
                             }};

const OptionGroup record = {
    "Recording",
    {
        {"-o", "OUT.tape", "The tape to write", &Line::output, {}, Offers::Files, Times::Once},
        {"--keep-last", "N", "Keep the last N steps, and the memory from which they begin; the rest of the run is dropped as it goes on (all)",
         &Line::keepLast, WholeNumbers{1}},
    }};

const OptionGroup state = {
    "What is printed",
    {
        {"--step", "N[.K]", "The step; N.K: inside its line, when K of the parts that end in it are done", StepAndPart{&Line::steps, &Line::part}},
        {"--all", "", "Every step, one a line", &Line::all, {}, {}, {}, {}, "--step"},
        {"--json", "", "As JSON", &Line::json},
        {"--map", "", "How memory is laid out: frames, pools, blocks, and what the line before cost", &Line::map},
        {"--everything", "", "Every live object, not only those reached from the stack", &Line::everything},
    }};

const OptionGroup questions = {
    "Questions to the memory",
    {
        {"--why", "ID", "Why that object is alive, who holds it, and what it alone keeps; an ID, or names: log[0].next", &Line::why},
        {"--history", "ID", "What became of that object over the run", &Line::history},
        {"--garbage", "", "What nothing reaches, by cycle; where the collector stands; why objects were released", &Line::garbage},
        {"--by-line", "", "Live objects by the line that made them, and who keeps them", &Line::byLine},
        {"--since", "M", "With --by-line: only what was made at that step or later", &Line::since, WholeNumbers{0}, {}, {}, "--by-line"},
        {"--growth", "", "With --by-line: how each line's bytes grew over the run", &Line::growth, {}, {}, {}, "--by-line"},
    }};

const OptionGroup find = {"What is printed",
                          {
                              {"--json", "", "As JSON, one object a line", &Line::json},
                              {"--limit", "N", "Stop after so many", &Line::limit, WholeNumbers{1}},
                          }};

const OptionGroup compare = {
    "What is printed",
    {
        {"--step", "N", "The step of the first FILE, and again of the second (the last one)", &Line::steps, WholeNumbers{0}, {}, Times::Any},
        {"--json", "", "As JSON", &Line::json},
    }};

const OptionGroup info = {"What is printed",
                          {
                              {"--json", "", "As JSON", &Line::json},
                          }};

const OptionGroup moment = {"Which steps",
                            {
                                {"--step", "N", "A step; may be given again", &Line::steps, WholeNumbers{0}, {}, Times::Any},
                                {"--range", "A:B", "Steps A to B", &Line::range},
                                {"--line", "L[:K]", "The K-th time that line L is about to run", &Line::line},
                                {"--last", "", "The last step", &Line::last},
                            }};

const OptionGroup picture = {
    "How they are drawn",
    {
        {"--theme", "THEME", "light, dark or print", &Line::theme, Words{"light", "dark", "print"}, Offers::Allowed},
        {"--detail", "DETAIL", "names, values, objects or bytes", &Line::detail, Words{"names", "values", "objects", "bytes"}, Offers::Allowed},
        {"--lang", "LANGUAGE", "en or ko: the language of its words (en)", &Line::language, Words{"en", "ko"}, Offers::Allowed},
        {"--tree", "WAY", "down or across: which way trees grow (down where the view is wide enough)", &Line::trees, Words{"down", "across"},
         Offers::Allowed},
        {"--view", "WxH", "The size of stack and heap that the layout is made for (1000x640)", SizeOfView{&Line::viewWidth, &Line::viewHeight},
         WholeNumbers{200, 20000}},
        {"--scale", "N", "Pixels to a point (1)", &Line::scale, Numbers{0.1, 16}},
        {"--width", "PX", "Width of the page, for which the picture is laid out", &Line::width, WholeNumbers{200, 20000}},
        {"--width-cm", "CM", "The same in centimetres", &Line::widthInCentimetres, Numbers{4, 400}, {}, {}, {}, "--width"},
        {"--code", "", "With the program's text beside it", &Line::code},
        {"--no-code", "", "Without it", TurnsOff{&Line::code}},
        {"--legend", "", "With the meanings of the signs, as they are drawn by themselves", &Line::legend},
        {"--no-legend", "", "Without them", TurnsOff{&Line::legend}},
        {"--crop", "", "Only the part in which something is drawn", &Line::crop},
        {"--no-crop", "", "The whole page", TurnsOff{&Line::crop}},
    }};

const OptionGroup page = {
    "The file",
    {
        {"-o", "OUT", "The file to write; its ending chooses the format", &Line::output, {}, Offers::Files},
        {"--title", "TEXT", "A heading", &Line::title},
        {"--strip", "", "All steps on one page", &Line::strip},
        {"--hold", "SECONDS", "Of an animation: how long each step is shown (1.2)", &Line::secondsOfStep, Numbers{0.25, 60}},
        {"--fps", "N", "Of an animation: frames a second in which things move (25)", &Line::framesPerSecond, WholeNumbers{5, 50}},
        {"--cuts", "", "Of an animation: nothing moves from one step to the next", &Line::cuts},
        {"--handout", "", "Of a lesson: program, stops, questions and solutions on sheets of paper (PDF)", &Line::handout},
        {"--paper", "SIZE", "With --handout: a4 or letter (a4)", &Line::paper, Words{"a4", "letter"}, Offers::Allowed, {}, "--handout"},
        {"--jobs", "JOBS", "Instead of FILE and -o: a file with a call on each line, `FILE options -o OUT`", &Line::jobs, {}, Offers::Files},
    }};

const OptionGroup weave = {
    "The text",
    {
        {"-o", "OUT.md", "The text to write; its pictures go into a folder beside it", &Line::output, {}, Offers::Files, Times::Once},
        {"--format", "FORMAT", "svg or png: of pictures that do not say another (svg)", &Line::pictures, Words{"svg", "png"}, Offers::Allowed},
        {"--anew", "", "Draws what has not changed, too", &Line::anew},
    }};

}
