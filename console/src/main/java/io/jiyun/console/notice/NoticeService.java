package io.jiyun.console.notice;

import io.jiyun.console.access.AnySignedIn;
import io.jiyun.console.access.CurrentActor;
import io.jiyun.console.notice.internal.NoticeTable;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The notices of the person who asks, and of nobody else. */
@Service
public class NoticeService {
    private final NoticeTable notices;
    private final CurrentActor current;

    NoticeService(NoticeTable notices, CurrentActor current) {
        this.notices = notices;
        this.current = current;
    }

    /** Newest first. */
    @AnySignedIn
    @Transactional(readOnly = true)
    public List<NoticeLine> page(int offset, int limit) {
        return notices.page(current.require().username(), offset, limit);
    }

    @AnySignedIn
    @Transactional(readOnly = true)
    public long count() {
        return notices.count(current.require().username());
    }

    @AnySignedIn
    @Transactional(readOnly = true)
    public long unread() {
        return notices.unread(current.require().username());
    }

    @AnySignedIn
    @Transactional
    public void markAllRead() {
        notices.markAllRead(current.require().username());
    }
}
