#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "core/lesson/words.h"

// What a slide's text is made of.
namespace interleave::lesson {

struct Block;

struct Heading {
  int level = 1;  // 1 .. 3
  Words words;

  friend bool operator==(const Heading&, const Heading&) = default;
};

struct Paragraph {
  Words words;

  friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct CodeBlock {
  std::string language;  // as the fence has it, or empty
  std::string text;      // lines, each with its end

  friend bool operator==(const CodeBlock&, const CodeBlock&) = default;
};

// A PNG within the lesson's folder.
struct Image {
  std::string file;  // relative to that, in steps by '/', none of which leads out of it
  std::string description;

  friend bool operator==(const Image&, const Image&) = default;
};

struct List {
  bool numbered = false;
  unsigned first = 1;  // of the numbers
  std::vector<std::vector<Block>> items = {};

  friend bool operator==(const List&, const List&) = default;
};

struct Quote {
  std::vector<Block> blocks;

  friend bool operator==(const Quote&, const Quote&) = default;
};

enum class Column : std::uint8_t { left, middle, right };

struct Table {
  std::vector<Column> columns;
  std::vector<Words> head;               // as many as columns
  std::vector<std::vector<Words>> rows;  // of as many each

  friend bool operator==(const Table&, const Table&) = default;
};

struct Block {
  std::variant<Paragraph, Heading, CodeBlock, Image, List, Quote, Table> what;
  std::size_t offset = 0;  // of something of it in the lesson's text

  friend bool operator==(const Block& one, const Block& other) { return one.what == other.what; }
};

using Blocks = std::vector<Block>;

}  // namespace interleave::lesson
