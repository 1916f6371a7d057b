#pragma once
#include <string_view>

namespace zoomc::syntax {

// What means something to YAML, or nearly does: to be put anywhere in a text.
inline constexpr std::string_view kYamlPieces[] = {":",        ": ",
                                                   "- ",       "-",
                                                   "#",        " #",
                                                   " # x\n",   "\n",
                                                   "\n\n",     "\n ",
                                                   "  ",       " ",
                                                   "\"",       "'",
                                                   "''",       "\\",
                                                   "\\n",      "[",
                                                   "]",        "{",
                                                   "}",        ", ",
                                                   ",",        "? ",
                                                   "?",        "&a ",
                                                   "*a",       "!",
                                                   "!!str ",   "|\n",
                                                   ">-\n ",    "|2-\n",
                                                   "+",        "---\n",
                                                   "...",      "%",
                                                   "\t",       "\r",
                                                   "\r\n",     "~",
                                                   "null",     "<<: ",
                                                   "@",        "`",
                                                   "\xC3\xA9", "\xEF\xBB\xBF",
                                                   "\xC2\x85", "\xE2\x80\xA8",
                                                   "a: b\n",   "- a\n",
                                                   "0x1",      "\n    x\n"};

}  // namespace zoomc::syntax
