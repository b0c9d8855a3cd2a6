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

bool is_position(Key key) {
  return key == Key::position_w || key == Key::position_a || key == Key::position_s || key == Key::position_d;
}

}  // namespace

Input& Input::of(GLFWwindow* window) { return *static_cast<Input*>(glfwGetWindowUserPointer(window)); }

Input::Input(GLFWwindow* window) {
  glfwSetWindowUserPointer(window, this);
  glfwSetKeyCallback(window, [](GLFWwindow* w, int key, int scancode, int action, int modifiers) {
    of(w).on_key(key, scancode, action, modifiers);
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

void Input::on_key(int key, int scancode, int action, int modifiers) {
  active_ = true;
  character_taken_ = false;
  if (action == GLFW_RELEASE) return;
  KeyPress press;
  // Ctrl and Alt together are how some layouts type characters.
  press.control = (modifiers & GLFW_MOD_CONTROL) != 0 && (modifiers & GLFW_MOD_ALT) == 0;
  press.shift = (modifiers & GLFW_MOD_SHIFT) != 0;
  press.alt = (modifiers & GLFW_MOD_ALT) != 0 && (modifiers & GLFW_MOD_CONTROL) == 0;
  press.key = key_of(key);
  if (press.control) {
    if (is_position(press.key)) press.key = Key::none;
    press.character = label_of(key, scancode);
  } else if (press.key == Key::none) {
    return;  // it counts by what it types, which comes next
  }
  character_taken_ = true;
  presses_.push_back(press);
}

void Input::on_character(unsigned int character) {
  active_ = true;
  if (std::exchange(character_taken_, false)) {
    if (!presses_.empty() && !presses_.back().control) presses_.back().character = character;
    return;
  }
  KeyPress press;
  press.character = character;
  presses_.push_back(press);
}

std::vector<KeyPress> Input::take_presses() { return std::exchange(presses_, {}); }
std::vector<std::string> Input::take_dropped() { return std::exchange(dropped_, {}); }
bool Input::take_focus() { return std::exchange(focused_, false); }
bool Input::take_activity() { return std::exchange(active_, false); }

}  // namespace interleave::gui
