// Work that would make the screen stand still, done elsewhere. Whoever starts it chooses where: on a thread, or at once
// in tests and tours, whose moments must not depend on the machine. Main thread.
#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace kiosk {

class Work {
public:
    virtual ~Work() = default;
    // The job may run on another thread, also after whoever started it is gone.
    virtual void start(std::function<void()> job) = 0;
};

class InlineWork final : public Work {
public:
    void start(std::function<void()> job) override { job(); }
};

// A thread for each job: there are few, minutes apart. Its end waits for those that still run.
class ThreadWork final : public Work {
public:
    ThreadWork();
    ThreadWork(const ThreadWork&) = delete;
    ThreadWork& operator=(const ThreadWork&) = delete;
    ~ThreadWork() override;
    void start(std::function<void()> job) override;

private:
    struct Running;
    std::vector<std::unique_ptr<Running>> running_;
};

// The result of one job, once it is there. What nobody takes any more is destroyed where the job ends.
template <typename T>
class Later {
public:
    // `wake` is called on the job's thread when the result can be taken; it must only wake the main loop.
    template <typename Job>
    void start(Work& work, Job job, std::function<void()> wake) {
        place_ = std::make_shared<Place>();
        // std::function wants to copy what it holds; a job that holds secrets cannot be copied.
        auto shared = std::make_shared<Job>(std::move(job));
        work.start([place = place_, shared, wake = std::move(wake)]() mutable {
            auto done = (*shared)();
            shared.reset();
            {
                const std::lock_guard lock(place->mutex);
                place->done.emplace(std::move(done));
            }
            place.reset();
            if (wake) wake();
        });
    }
    [[nodiscard]] bool is_running() const { return place_ != nullptr; }
    [[nodiscard]] std::optional<T> take() {
        if (!place_) return std::nullopt;
        std::optional<T> done;
        {
            const std::lock_guard lock(place_->mutex);
            done.swap(place_->done);
        }
        if (done) place_.reset();
        return done;
    }
    void forget() { place_.reset(); }

private:
    struct Place {
        std::mutex mutex;
        std::optional<T> done;
    };
    std::shared_ptr<Place> place_;
};

} // namespace kiosk
