// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tour.h"

#include <QApplication>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <QImage>
#include <QMenu>
#include <QPainter>
#include <QSet>
#include <QTimer>
#include <QWidget>

namespace waydesk::ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QSize kSize{1440, 900};
constexpr QSize kSizeAtDouble{960, 540}; // a full HD screen at 200 %
constexpr std::array kLooks{Scene::Light, Scene::Dark, Scene::Arabic, Scene::Double};
constexpr int kFewestColours = 12; // a blank or broken screen has fewer

// Menus that stand open over it, for they are windows of their own.
void paintMenus(const QWidget& window, QImage& image)
{
    QPainter painter(&image);
    const QWidgetList all = QApplication::topLevelWidgets();
    for (QWidget* menu : all) {
        if (menu->isVisible() && qobject_cast<QMenu*>(menu))
            menu->render(&painter, menu->pos() - window.pos());
    }
}

QString lookName(Scene::Look look)
{
    switch (look) {
    case Scene::Light:
        return u"light"_s;
    case Scene::Dark:
        return u"dark"_s;
    case Scene::Arabic:
        return u"arabic"_s;
    case Scene::Double:
        return u"200"_s;
    case Scene::All:
        break;
    }
    return {};
}

bool showsSomething(const QImage& image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
        if (colours.size() >= kFewestColours)
            return true;
    }
    return false;
}

} // namespace

Tour::Tour(Ports ports, const QDir& to)
    : m_ports(std::move(ports))
    , m_to(to)
{
}

QStringList Tour::run()
{
    QStringList failures;
    if (!m_to.mkpath(u"."_s))
        return {u"cannot write into %1"_s.arg(m_to.path())};
    const Theme::Preference before = m_ports.theme.preference();
    // Look by look, so that language and theme turn four times and not at every scene.
    for (const Scene::Look look : kLooks) {
        m_ports.setLanguage(look == Scene::Arabic ? u"ar"_s : u"en"_s);
        m_ports.theme.setPreference(look == Scene::Dark ? Theme::Preference::Dark : Theme::Preference::Light);
        m_ports.window.resize(look == Scene::Double ? kSizeAtDouble : kSize);
        for (const Scene& scene : std::as_const(m_scenes)) {
            if (!(scene.looks & look))
                continue;
            const QString failure = take(scene, look);
            if (!failure.isEmpty())
                failures.append(failure);
        }
    }
    m_ports.theme.setPreference(before);
    m_ports.setLanguage(u"en"_s);
    return failures;
}

bool Tour::waitFor(const std::function<bool()>& isReady) const
{
    QDeadlineTimer deadline(m_ports.patience);
    const auto turn = [](std::chrono::milliseconds length) {
        QEventLoop loop;
        QTimer::singleShot(length, &loop, &QEventLoop::quit);
        loop.exec();
    };
    turn(0ms);
    while (isReady && !isReady()) {
        if (deadline.hasExpired())
            return false;
        turn(20ms);
    }
    turn(30ms); // layouts and the repaint that readiness asked for
    return true;
}

QString Tour::take(const Scene& scene, Scene::Look look)
{
    const QString name = u"%1-%2"_s.arg(scene.name, lookName(look));
    if (m_ports.beforeScene)
        m_ports.beforeScene();
    scene.stage();
    const bool ready = waitFor(scene.isReady);
    QString failure;
    if (!ready) {
        failure = u"%1: did not become ready"_s.arg(name);
    } else {
        const qreal ratio = look == Scene::Double ? 2 : 1;
        QImage image(m_ports.window.size() * ratio, QImage::Format_RGB32);
        image.setDevicePixelRatio(ratio);
        image.fill(m_ports.theme.colours().surface);
        m_ports.window.render(&image);
        paintMenus(m_ports.window, image);
        const QString file = m_to.filePath(name + u".png"_s);
        if (!showsSomething(image))
            failure = u"%1: shows nothing"_s.arg(name);
        else if (!image.save(file))
            failure = u"%1: cannot be written to %2"_s.arg(name, file);
        else
            m_written.append(file);
    }
    if (scene.strike) {
        scene.strike();
        waitFor({});
    }
    return failure;
}

} // namespace waydesk::ui
