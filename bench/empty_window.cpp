// SPDX-License-Identifier: GPL-3.0-or-later
// What any Qt Widgets program costs: an empty QMainWindow of the desk's size that says "painted" and ends.
#include <QApplication>
#include <QEvent>
#include <QMainWindow>
#include <QTimer>
#include <cstdio>

namespace {

class EmptyWindow final : public QMainWindow
{
protected:
    bool event(QEvent* event) override
    {
        if (event->type() == QEvent::Paint) {
            QTimer::singleShot(0, this, [] {
                std::puts("painted");
                std::fflush(stdout);
                QCoreApplication::quit();
            });
        }
        return QMainWindow::event(event);
    }
};

} // namespace

int main(int argc, char** argv)
{
    const QApplication app(argc, argv);
    EmptyWindow window;
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
