#include "app/gui/platform/graphics.h"

#include <glad/gl.h>
// glad comes before GLFW, which would include the system's own GL header.
#include <GLFW/glfw3.h>
#include <algorithm>
#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <future>
#include <imgui.h>
#include <imgui_impl_glfw.h>
#include <imgui_impl_opengl3.h>

#include "app/gui/platform/font_atlas.h"

namespace interleave::gui {

namespace {

std::string last_glfw_error() {
  const char* text = nullptr;
  glfwGetError(&text);
  return text == nullptr ? "unknown reason" : text;
}

NoWindow no_opengl(const std::string& reason) {
  return {NoWindow::What::opengl,
          "the graphics here have no OpenGL 3.3, which the window is drawn with: " + reason +
              "\nDrawn by the processor it may do:  LIBGL_ALWAYS_SOFTWARE=1 interleave"
              "\nThe same in the terminal:          interleave-cli run coffee-shop --format chart"};
}

// A texture to draw on instead of the window, as large as the picture.
class OffScreen {
 public:
  explicit OffScreen(Size size) {
    while (glGetError() != GL_NO_ERROR) continue;  // what others left
    glGenTextures(1, &texture_);
    glBindTexture(GL_TEXTURE_2D, texture_);
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, size.width, size.height, 0, GL_RGBA, GL_UNSIGNED_BYTE, nullptr);
    glGenFramebuffers(1, &framebuffer_);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glFramebufferTexture2D(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_TEXTURE_2D, texture_, 0);
  }
  ~OffScreen() {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &framebuffer_);
    glDeleteTextures(1, &texture_);
  }
  bool complete() const {
    return glGetError() == GL_NO_ERROR && glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  }
  OffScreen(const OffScreen&) = delete;
  OffScreen& operator=(const OffScreen&) = delete;

 private:
  GLuint texture_ = 0;
  GLuint framebuffer_ = 0;
};

void paint_drawn(int width, int height) {
  glViewport(0, 0, width, height);
  glClearColor(0, 0, 0, 1);
  glClear(GL_COLOR_BUFFER_BIT);
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
}

void render_imgui(int width, int height) {
  ImGui::Render();
  paint_drawn(width, height);
}

// OpenGL's rows go from the bottom up.
void flip_rows(std::vector<unsigned char>& pixels, Size size) {
  const auto row = static_cast<std::ptrdiff_t>(size.width) * 3;
  for (std::ptrdiff_t top = 0, bottom = size.height - 1; top < bottom; ++top, --bottom) {
    std::swap_ranges(pixels.begin() + top * row, pixels.begin() + (top + 1) * row, pixels.begin() + bottom * row);
  }
}

}  // namespace

Result<Graphics, NoWindow> Graphics::open(Size size, Visibility visibility, float font_scale) {
  auto fonts = std::async(std::launch::async, make_font_atlas, font_scale);
  if (glfwInit() == GLFW_FALSE) {
    return NoWindow{NoWindow::What::display, "no display to open a window on: " + last_glfw_error()};
  }
  glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
  glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 3);
  glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
  glfwWindowHint(GLFW_VISIBLE, visibility == Visibility::shown ? GLFW_TRUE : GLFW_FALSE);
  glfwWindowHint(GLFW_SCALE_TO_MONITOR, GLFW_TRUE);
  GLFWwindow* window = glfwCreateWindow(size.width, size.height, "Interleave", nullptr, nullptr);
  if (window == nullptr) {
    const std::string reason = last_glfw_error();
    glfwTerminate();
    return no_opengl(reason);
  }
  glfwMakeContextCurrent(window);
  Graphics graphics(window, fonts.get());
  if (gladLoadGL(glfwGetProcAddress) == 0) return no_opengl("its functions cannot be loaded");
  glfwSwapInterval(1);
  return graphics;
}

Graphics::~Graphics() {
  if (window_ == nullptr) return;
  fonts_.fonts.letters.reset();  // whose textures go with the window
  if (imgui_started_) {
    ImGui_ImplOpenGL3_Shutdown();
    ImGui_ImplGlfw_Shutdown();
    ImGui::DestroyContext();
  }
  glfwDestroyWindow(window_);
  glfwTerminate();
}

float Graphics::content_scale() const {
  float x = 1;
  float y = 1;
  glfwGetWindowContentScale(window_, &x, &y);
  return std::max(1.0F, x);
}

void Graphics::start_imgui() {
  ImGui::CreateContext(fonts_.atlas.get());
  ImGui::GetIO().IniFilename = nullptr;
  ImGui::GetIO().ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  ImGui_ImplGlfw_InitForOpenGL(window_, true);
  ImGui_ImplOpenGL3_Init("#version 330 core");
  imgui_started_ = true;
}

Fonts Graphics::use_fonts(float scale) {
  const bool made = fonts_.atlas != nullptr && fonts_.fonts.scale == scale;
  if (!made) fonts_.fonts = load_fonts(scale);
  fonts_.fonts.letters = letters_beside(fonts_.fonts, gl_textures());
#if IMGUI_VERSION_NUM < 19200
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
#endif
  return fonts_.fonts;
}

void Graphics::present(const std::function<void()>& draw) {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  draw();
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window_, &width, &height);
  render_imgui(width, height);
  glfwSwapBuffers(window_);
}

void Graphics::present_again() const {
  int width = 0;
  int height = 0;
  glfwGetFramebufferSize(window_, &width, &height);
  paint_drawn(width, height);
  glfwSwapBuffers(window_);
}

void Graphics::forget_clicks() {
  ImGui_ImplOpenGL3_NewFrame();
  ImGui_ImplGlfw_NewFrame();
  ImGui::NewFrame();
  ImGui::EndFrame();
}

int Graphics::most_pixels() {
  GLint texture = 0;
  std::array<GLint, 2> viewport{};
  glGetIntegerv(GL_MAX_TEXTURE_SIZE, &texture);
  glGetIntegerv(GL_MAX_VIEWPORT_DIMS, viewport.data());
  return std::min({texture, viewport[0], viewport[1]});
}

Result<std::vector<unsigned char>, std::string> Graphics::render(Size size, const std::function<void()>& draw) {
  if (const int most = most_pixels(); size.width > most || size.height > most) {
    return fmt::format("A picture of {} × {} pixels is larger than the graphics here can draw: {} × {} at most.",
                       size.width, size.height, most, most);
  }
  ImGui_ImplOpenGL3_NewFrame();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {static_cast<float>(size.width), static_cast<float>(size.height)};
  io.DisplayFramebufferScale = {1, 1};
  io.DeltaTime = 1.0F / 60;
  ImGui::NewFrame();
  draw();
  const OffScreen target(size);
  if (!target.complete()) {
    ImGui::Render();
    return fmt::format("A picture of {} × {} pixels is more than the graphics here have memory for.", size.width,
                       size.height);
  }
  render_imgui(size.width, size.height);
  std::vector<unsigned char> pixels(static_cast<std::size_t>(size.width) * static_cast<std::size_t>(size.height) * 3);
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, size.width, size.height, GL_RGB, GL_UNSIGNED_BYTE, pixels.data());
  flip_rows(pixels, size);
  return pixels;
}

}  // namespace interleave::gui
