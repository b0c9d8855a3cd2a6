#include "app/gui/platform/input.h"

#include <GLFW/glfw3.h>
#include <cctype>
#include <utility>

namespace interleave::gui {

namespace {

Key key_of(int key) {
  switch (key) {
    case GLFW_KEY_W:
      return Key::position_w;
    case GLFW_KEY_A:
      return Key::position_a;
    case GLFW_KEY_S:
      return Key::position_s;
    case GLFW_KEY_D:
      return Key::position_d;
    case GLFW_KEY_SPACE:
      return Key::space;
    case GLFW_KEY_LEFT:
      return Key::left;
    case GLFW_KEY_RIGHT:
      return Key::right;
    case GLFW_KEY_UP:
      return Key::up;
    case GLFW_KEY_DOWN:
      return Key::down;
    case GLFW_KEY_HOME:
      return Key::home;
    case GLFW_KEY_END:
      return Key::end;
    case GLFW_KEY_PAGE_UP:
      return Key::page_up;
    case GLFW_KEY_PAGE_DOWN:
      return Key::page_down;
    case GLFW_KEY_ENTER:
    case GLFW_KEY_KP_ENTER:
      return Key::enter;
    case GLFW_KEY_ESCAPE:
      return Key::escape;
    case GLFW_KEY_TAB:
      return Key::tab;
    case GLFW_KEY_BACKSPACE:
      return Key::backspace;
    case GLFW_KEY_DELETE:
      return Key::remove;
    case GLFW_KEY_INSERT:
      return Key::insert;
    case GLFW_KEY_F2:
      return Key::f2;
    case GLFW_KEY_F3:
      return Key::f3;
    case GLFW_KEY_F4:
      return Key::f4;
    case GLFW_KEY_F5:
      return Key::f5;
    case GLFW_KEY_F6:
      return Key::f6;
    case GLFW_KEY_F11:
      return Key::f11;
    default:
      return Key::none;
  }
}

// What is written on the key in the user's layout: with Ctrl, nothing is typed.
char32_t label_of(int key, int scancode) {
  if (key == GLFW_KEY_KP_ADD) return U'+';
  if (key == GLFW_KEY_KP_SUBTRACT) return U'-';
  const char* name = glfwGetKeyName(key, scancode);
  if (name == nullptr || static_cast<unsigned char>(name[0]) >= 0x80) return 0;
  return static_cast<char32_t>(std::tolower(static_cast<unsigned char>(name[0])));
}

// GLFW names the keys that type something by what a US keyboard has there.
char32_t place_of(int key) {
  return key > GLFW_KEY_SPACE && key <= GLFW_KEY_GRAVE_ACCENT ? static_cast<char32_t>(std::tolower(key)) : 0;
}

// Whether a key is held that makes others type what stands third on them: then their place says nothing.
bool holds_third_level(GLFWwindow* window, int modifiers) {
  constexpr int kBoth = GLFW_MOD_CONTROL | GLFW_MOD_ALT;  // how it is reported on Windows
  if ((modifiers & kBoth) != 0) return (modifiers & kBoth) == kBoth;
  return glfwGetKey(window, GLFW_KEY_RIGHT_ALT) == GLFW_PRESS;
}

bool may_type(const KeyPress& press) { return !press.control && !press.alt && press.key <= Key::space; }

}  // namespace

Input& Input::of(GLFWwindow* window) { return *static_cast<Input*>(glfwGetWindowUserPointer(window)); }

Input::Input(GLFWwindow* window) {
  glfwSetWindowUserPointer(window, this);
  glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int modifiers) {
    of(w).on_key(w, key, scancode, action, modifiers);
  });
  glfwSetCharCallback(window, [](GLFWwindow* w, unsigned int character) { of(w).on_character(character); });
  glfwSetCursorPosCallback(window, [](GLFWwindow* w, double, double) { of(w).active_ = true; });
  glfwSetCursorEnterCallback(window, [](GLFWwindow* w, int) { of(w).active_ = true; });
  glfwSetMouseButtonCallback(window, [](GLFWwindow* w, int, int, int) { of(w).active_ = true; });
  glfwSetScrollCallback(window, [](GLFWwindow* w, double, double) { of(w).active_ = true; });
  glfwSetFramebufferSizeCallback(window, [](GLFWwindow* w, int, int) { of(w).active_ = true; });
  glfwSetWindowRefreshCallback(window, [](GLFWwindow* w) { of(w).active_ = true; });
  glfwSetWindowFocusCallback(window, [](GLFWwindow* w, int focused) {
    of(w).active_ = true;
    if (focused == GLFW_TRUE) of(w).focused_ = true;
  });
  glfwSetDropCallback(window, [](GLFWwindow* w, int count, const char** paths) {
    of(w).active_ = true;
    of(w).dropped_.insert(of(w).dropped_.end(), paths, paths + count);
  });
  glfwSetWindowContentScaleCallback(window, [](GLFWwindow* w, float, float) { of(w).active_ = true; });
}

void Input::on_key(GLFWwindow* window, int key, int scancode, int action, int modifiers) {
  active_ = true;
  end_press();
  if (action == GLFW_RELEASE) return;
  const bool third_level = holds_third_level(window, modifiers);
  KeyPress press;
  press.control = (modifiers & GLFW_MOD_CONTROL) != 0 && !third_level;
  press.shift = (modifiers & GLFW_MOD_SHIFT) != 0;
  press.alt = (modifiers & GLFW_MOD_ALT) != 0 && !third_level;
  press.key = key_of(key);
  press.place = place_of(key);
  if (third_level && press.place != 0) {
    press.key = Key::none;
    press.place = 0;
  }
  if (press.control) press.character = label_of(key, scancode);
  press_ = press;
  if (!may_type(press)) end_press();
}

// What a key types comes after it, and may not come at all: what follows next then shows that.
void Input::end_press() {
  const auto press = std::exchange(press_, std::nullopt);
  if (!press) return;
  const bool says_something = press->key != Key::none || press->character != 0 || (press->place != 0 && !press->alt);
  if (says_something) presses_.push_back(*press);
}

void Input::on_character(unsigned int character) {
  active_ = true;
  if (!press_) return presses_.push_back({Key::text, character});
  press_->character = character;
  end_press();
}

std::vector<KeyPress> Input::take_presses() { return std::exchange(presses_, {}); }
std::vector<std::string> Input::take_dropped() { return std::exchange(dropped_, {}); }
bool Input::take_focus() { return std::exchange(focused_, false); }
bool Input::take_activity() { return std::exchange(active_, false); }

}  // namespace interleave::gui
