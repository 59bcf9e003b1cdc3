// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/weave/markdown_fences.h"

#include "tests/support/catch.h"

using namespace memtape;

namespace {

// Of each block: the lines of its fences from 1, what is behind the first, its text with bars for line ends.
std::string blocksOf(std::string_view text) {
    std::string out;
    for (const FencedBlock& block : fencedBlocks(linesOf(text))) {
        std::string inside = block.text;
        for (char& c : inside)
            if (c == '\n') c = '|';
        out +=
            std::to_string(block.open + 1) + "-" + (block.isClosed ? std::to_string(block.close + 1) : "?") + " " + block.info + ": " + inside + "\n";
    }
    return out;
}

std::string placeOf(std::string_view text) { // what has to stand before a further line
    const auto blocks = fencedBlocks(linesOf(text));
    return blocks.empty() ? "none" : "'" + blocks.front().lead + "', '" + blocks.front().prefix + "'";
}

}

TEST_CASE("a block lies between two fences of one kind", "[weave]") {
    CHECK(blocksOf("text\n```python x\na\n\n  b\n```\nmore\n") == "2-6 python x: a||  b|\n");
    CHECK(blocksOf("~~~ a `b`\n```\n~~~\n") == "1-3 a `b`: ```|\n");
    CHECK(blocksOf("````\n```python\n````\n") == "1-3 : ```python|\n"); // an example of a block
    CHECK(blocksOf("```\n``` x\n`````  \n") == "1-3 : ``` x|\n");
    CHECK(blocksOf("``` a`b\nno block\n") == "");
    CHECK(blocksOf("``\nno block\n``\n") == "");
}

TEST_CASE("a block that nothing closes ends with what it is in, or with the text", "[weave]") {
    CHECK(blocksOf("```\na\n") == "1-? : a|\n");
    CHECK(blocksOf("> ```\n> a\n\n```b\n```\n") == "1-? : a|\n4-5 b: \n");
    CHECK(blocksOf("- ```\n  a\nno item\n") == "1-? : a|\n");
}

TEST_CASE("fences are indented as what they are in, and by three blanks at most", "[weave]") {
    CHECK(blocksOf("   ```\n    a\n   b\n  ```\n") == "1-4 :  a|b|\n");
    CHECK(blocksOf("text\n\n    ```\n    a\n    ```\n") == "");
    CHECK(blocksOf("- item\n\n    ```py\n    if a:\n        b\n    ```\n") == "3-6 py: if a:|    b|\n");
    CHECK(blocksOf("10. item\n    - item\n\n      ```py\n      a\n      ```\n") == "4-6 py: a|\n");
    CHECK(blocksOf("> - ```py\n>   a\n>   ```\n") == "1-3 py: a|\n");
    CHECK(blocksOf("-\titem\n\n\t```py\n\ta\n\t\tb\n\t```\n") == "3-6 py: a|\tb|\n");
    CHECK(blocksOf("- item\n\ntext\n\n    ```py\n") == "");
    CHECK(blocksOf("* * *\n\n    ```py\n") == "");
}

TEST_CASE("what Python-Markdown indents by four is in it", "[weave]") {
    CHECK(blocksOf("!!! note \"Title\"\n\n    ```py\n    a\n    ```\n") == "3-5 py: a|\n");
    CHECK(blocksOf("=== \"A tab\"\n\n    ```py\n    a\n    ```\n") == "3-5 py: a|\n");
    CHECK(blocksOf("[^1]: A footnote.\n\n    ```py\n    a\n    ```\n") == "3-5 py: a|\n");
    CHECK(blocksOf("word\n\n:   its meaning\n\n    ```py\n    a\n    ```\n") == "5-7 py: a|\n");
}

TEST_CASE("comments have no blocks", "[weave]") {
    CHECK(blocksOf("<!--\n```py\n```\n-->\n```b\n```\n") == "5-6 b: \n");
    CHECK(blocksOf("<!-- one line -->\n```b\n```\n") == "2-3 b: \n");
}

TEST_CASE("lines may end in any way", "[weave]") { CHECK(blocksOf("```py\r\na\r\n```\r\n") == "1-3 py: a|\n"); }

TEST_CASE("a block knows what its place asks of further lines", "[weave]") {
    CHECK(placeOf("```\n```\n") == "'', ''");
    CHECK(placeOf("> ```\n> ```\n") == "'> ', '> '");
    CHECK(placeOf("- ```\n  ```\n") == "'- ', '  '");
    CHECK(placeOf("> 1.  ```\n>     ```\n") == "'> 1.  ', '>     '");
    CHECK(placeOf("- a\n\n  > ```\n  > ```\n") == "'  > ', '  > '");
}
